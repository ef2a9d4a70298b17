package dev.fer4j.augment.transform;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A place in an image, from its upper left corner: the pixel of column 0 and row 0 extends from 0
 * to 1 either way, and its centre is (0.5, 0.5).
 *
 * @param x to the right, in pixels
 * @param y down, in pixels
 */
public record Point(double x, double y) {

    public Point {
        checkArgument(Double.isFinite(x) && Double.isFinite(y), "a point at (%s, %s)", x, y);
    }
}
