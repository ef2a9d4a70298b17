package dev.fer4j.augment;

import dev.fer4j.augment.internal.CounterGenerator;
import dev.fer4j.core.RgbImage;

/** Fills a rectangle with uniform random values. */
final class Erasing {

    private Erasing() {}

    static RgbImage apply(RgbImage image, PlanStep.Erasure erasure) {
        int left = (int) Math.round(erasure.left() * image.width());
        int right = (int) Math.round((erasure.left() + erasure.width()) * image.width());
        int top = (int) Math.round(erasure.top() * image.height());
        int bottom = (int) Math.round((erasure.top() + erasure.height()) * image.height());
        byte[] rgb = image.rgb().clone();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = y * image.width() + x;
                long bits = CounterGenerator.bits(erasure.seed(), pixel);
                rgb[3 * pixel] = (byte) bits;
                rgb[3 * pixel + 1] = (byte) (bits >>> 8);
                rgb[3 * pixel + 2] = (byte) (bits >>> 16);
            }
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }
}
