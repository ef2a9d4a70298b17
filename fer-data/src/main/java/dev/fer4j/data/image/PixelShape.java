package dev.fer4j.data.image;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.LongMath;
import java.math.RoundingMode;

/**
 * The ratio of a stored pixel's width to its height on the screen, in lowest terms. Cameras of the
 * PAL, NTSC and HDV standards store pixels that are not square.
 *
 * @param width from 1 to 2³¹ − 1
 * @param height from 1 to 2³¹ − 1
 */
public record PixelShape(long width, long height) {

    public static final PixelShape SQUARE = new PixelShape(1, 1);

    /** The most elongated pixels in use are 2.9 times as wide as high. */
    private static final int LARGEST_RATIO = 10;

    public PixelShape {
        checkArgument(
                width > 0
                        && height > 0
                        && width <= Integer.MAX_VALUE
                        && height <= Integer.MAX_VALUE,
                "a pixel of %s:%s",
                width,
                height);
        long divisor = LongMath.gcd(width, height);
        width /= divisor;
        height /= divisor;
    }

    /** Whether one side is at most ten times as long as the other; no camera stores others. */
    public boolean isPlausible() {
        return width <= LARGEST_RATIO * height && height <= LARGEST_RATIO * width;
    }

    /**
     * The number of square pixels in a row that are as wide as a number of these: {@code stored ·
     * width / height}, rounded to the nearest integer, at least 1. The number of rows stays.
     *
     * @param stored number of stored pixels in a row
     */
    public long shownWidth(int stored) {
        return Math.max(1, LongMath.divide(stored * width, height, RoundingMode.HALF_UP));
    }

    /** The ratio, such as {@code 64:45}. */
    @Override
    public String toString() {
        return width + ":" + height;
    }
}
