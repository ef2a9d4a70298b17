package dev.fer4j.augment;

import dev.fer4j.augment.internal.Reflection;
import dev.fer4j.core.RgbImage;

/** Gaussian blur, rows first and then columns, rounded once at the end. */
final class Blurring {

    private static final double DEVIATIONS = 4;

    private Blurring() {}

    /** Blurs by standard deviations in pixels of this image; 0 leaves a direction unchanged. */
    static RgbImage apply(RgbImage image, double sigmaX, double sigmaY) {
        int width = image.width();
        int height = image.height();
        byte[] rgb = image.rgb();
        float[] values = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            values[i] = rgb[i] & 0xff;
        }
        float[] across = new float[rgb.length];
        float[] kernel = kernel(sigmaX);
        int radius = kernel.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int k = -radius; k <= radius; k++) {
                    int from = 3 * (y * width + Reflection.of(x + k, width));
                    add(values, from, kernel[k + radius], across, 3 * (y * width + x), 3);
                }
            }
        }
        float[] blurred = new float[rgb.length];
        kernel = kernel(sigmaY);
        radius = kernel.length / 2;
        for (int y = 0; y < height; y++) {
            for (int k = -radius; k <= radius; k++) {
                int from = 3 * width * Reflection.of(y + k, height);
                add(across, from, kernel[k + radius], blurred, 3 * width * y, 3 * width);
            }
        }
        byte[] out = new byte[rgb.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (int) (blurred[i] + 0.5f);
        }
        return new RgbImage(width, height, out);
    }

    private static void add(
            float[] from, int start, float weight, float[] to, int place, int count) {
        for (int i = 0; i < count; i++) {
            to[place + i] += weight * from[start + i];
        }
    }

    private static float[] kernel(double sigma) {
        int radius = (int) Math.ceil(DEVIATIONS * sigma);
        double[] weights = new double[2 * radius + 1];
        double sum = 0;
        for (int k = -radius; k <= radius; k++) {
            double deviations = radius == 0 ? 0 : k / sigma;
            weights[k + radius] = StrictMath.exp(-deviations * deviations / 2);
            sum += weights[k + radius];
        }
        float[] kernel = new float[weights.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (weights[i] / sum);
        }
        return kernel;
    }
}
