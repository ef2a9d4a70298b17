package dev.fer4j.augment;

import java.util.random.RandomGenerator;

/**
 * The size of a rectangle in an image.
 *
 * @param width share of the image's, 0 to 1
 * @param height share of the image's, 0 to 1
 */
record Rectangle(double width, double height) {

    /**
     * Draws one.
     *
     * @param minArea smallest share of the area, kept also where a side would leave the image
     * @param maxArea largest share of the area
     * @param maxAspect largest ratio of the shares, either way; uniform on a logarithmic scale
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
