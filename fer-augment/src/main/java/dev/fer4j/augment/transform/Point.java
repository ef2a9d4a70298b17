package dev.fer4j.augment.transform;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A point in an image, relative to the upper left corner: the pixel in column 0 and row 0 extends
 * from 0 to 1 in both directions, and its centre is (0.5, 0.5).
 *
 * @param x distance to the right, in pixels
 * @param y distance downwards, in pixels
 */
public record Point(double x, double y) {

    public Point {
        checkArgument(Double.isFinite(x) && Double.isFinite(y), "a point at (%s, %s)", x, y);
    }
}
