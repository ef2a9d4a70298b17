package dev.fer4j.augment.transform;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * An axis-aligned rectangle in an image, in pixels from the upper left corner: the pixel in column
 * 0 and row 0 is the box (0, 0, 1, 1).
 *
 * @param left smallest x
 * @param top smallest y
 * @param right largest x
 * @param bottom largest y
 */
public record Box(double left, double top, double right, double bottom) {

    public Box {
        checkArgument(
                left <= right && top <= bottom,
                "a box from (%s, %s) to (%s, %s)",
                left,
                top,
                right,
                bottom);
    }
}
