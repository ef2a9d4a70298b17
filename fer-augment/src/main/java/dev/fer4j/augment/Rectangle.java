package dev.fer4j.augment;

import java.util.random.RandomGenerator;

/**
 * The size of a rectangle relative to an image.
 *
 * @param width fraction of the image's width, 0 to 1
 * @param height fraction of the image's height, 0 to 1
 */
record Rectangle(double width, double height) {

    /**
     * Draws a rectangle.
     *
     * @param minArea smallest fraction of the area, observed even if a side would exceed the image
     * @param maxArea largest fraction of the area
     * @param maxAspect largest ratio of the two fractions, in either direction; uniform on a
     *     logarithmic scale
     */
    static Rectangle draw(
            RandomGenerator random, double minArea, double maxArea, double maxAspect) {
        double side = Math.sqrt(Ranges.uniform(random, minArea, maxArea));
        double stretch = Math.sqrt(Ranges.logUniform(random, 1 / maxAspect, maxAspect));
        double width = side * stretch;
        double height = side / stretch;
        if (width > 1) {
            return new Rectangle(1, Math.max(height, minArea));
        }
        return height > 1
                ? new Rectangle(Math.max(width, minArea), 1)
                : new Rectangle(width, height);
    }
}
