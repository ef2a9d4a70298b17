package dev.fer4j.toy.face;

import dev.fer4j.core.RgbImage;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The effects of light and camera on a picture: level, colour cast and noise. */
final class Camera {

    private static final int MASK = 0x0fff;

    private final Scene scene;
    private final int[] noise = new int[MASK + 1];

    Camera(Scene scene) {
        this.scene = scene;
        SplittableRandom random = new SplittableRandom(scene.detail());
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (int) Math.round(scene.noise() * random.nextGaussian());
        }
    }

    /** Creates an image from packed pixels. */
    RgbImage develop(int[] pixels, int width, int height, RandomGenerator random) {
        Scene.Light light = scene.light();
        int[] red = curve(light.level() * (1 + 0.045 * light.warmth()));
        int[] green = curve(light.level() * (1 + 0.01 * light.warmth()));
        int[] blue = curve(light.level() * (1 - 0.07 * light.warmth()));
        byte[] rgb = new byte[3 * width * height];
        long bits = 0;
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            bits = i % 2 == 0 ? random.nextLong() : bits >>> 32;
            // Most of a sensor's noise is in the luminance, some in the colour.
            int grey = noise[(int) bits & MASK];
            int tint = noise[(int) (bits >>> 16) & MASK] / 3;
            rgb[3 * i] = clamp(red[p >> 16 & 0xff] + grey + tint);
            rgb[3 * i + 1] = clamp(green[p >> 8 & 0xff] + grey);
            rgb[3 * i + 2] = clamp(blue[p & 0xff] + grey - tint);
        }
        return new RgbImage(width, height, rgb);
    }

    /** Tone curve with a soft shoulder, so that highlights do not clip. */
    private static int[] curve(double gain) {
        int[] curve = new int[256];
        for (int i = 0; i < 256; i++) {
            double v = i / 255.0 * gain;
            double soft = v < 0.8 ? v : 0.8 + 0.2 * Math.tanh((v - 0.8) / 0.2);
            curve[i] = (int) Math.round(255 * Math.min(1, soft));
        }
        return curve;
    }

    private static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
