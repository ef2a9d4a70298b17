package dev.fer4j.augment;

import dev.fer4j.augment.transform.Affine;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.util.random.RandomGenerator;

/** A geometric augmentation: an affine coordinate map. Pixels outside the image are reflected. */
public sealed interface Geometric extends Augmentation {

    /** Draws a map for an image of the given size in pixels. */
    Affine draw(RandomGenerator random, int width, int height);

    /**
     * Rotation about the centre by a uniform angle in [−maxDegrees, maxDegrees]; the paper's is 15.
     *
     * @param maxDegrees 0 to 180
     */
    record Rotation(double maxDegrees) implements Geometric {
        public Rotation {
            Ranges.check("rotation", "maxDegrees", maxDegrees, 0, 180);
        }

        @Override
        public Affine draw(RandomGenerator random, int width, int height) {
            return Affine.rotation(Ranges.uniform(random, -maxDegrees, maxDegrees));
        }
    }

    /**
     * Swaps left and right with the given probability. The paper does not specify it; 0.5 is
     * common.
     *
     * @param probability 0 to 1
     */
    record HorizontalFlip(double probability) implements Geometric {
        public HorizontalFlip {
            Ranges.check("horizontal-flip", "probability", probability, 0, 1);
        }

        @Override
        public Affine draw(RandomGenerator random, int width, int height) {
            return random.nextDouble() < probability ? Affine.mirror() : Affine.IDENTITY;
        }
    }

    /**
     * Crops a window of a random area at a uniform position and stretches it to the size of the
     * image. The paper mentions random crops without their size.
     *
     * @param minArea smallest area of the window as a fraction of the image's, 0.01 to 1
     * @param maxArea largest fraction, at most 1
     * @param maxAspect largest relative stretch of width to height or the reverse, 1 to 4; drawn
     *     uniformly on a logarithmic scale
     */
    record RandomCrop(double minArea, double maxArea, double maxAspect) implements Geometric {
        public RandomCrop {
            Ranges.check("random-crop", "minArea", minArea, "maxArea", maxArea, 0.01, 1);
            Ranges.check("random-crop", "maxAspect", maxAspect, 1, 4);
        }

        @Override
        public Affine draw(RandomGenerator random, int width, int height) {
            Rectangle window = Rectangle.draw(random, minArea, maxArea, maxAspect);
            double dx = Ranges.uniform(random, -1, 1) * (1 - window.width()) / 2 * width;
            double dy = Ranges.uniform(random, -1, 1) * (1 - window.height()) / 2 * height;
            return Affine.window(window.width(), window.height(), dx, dy);
        }
    }

    /**
     * Crops a window of a fixed size at a uniform position and stretches it to the size of the
     * image.
     *
     * @param width the width of the window in pixels, at least 1
     * @param height the height of the window in pixels, at least 1
     */
    record FixedCrop(int width, int height) implements Geometric {
        public FixedCrop {
            Ranges.check("fixed-crop", "width", width, 1, Short.MAX_VALUE);
            Ranges.check("fixed-crop", "height", height, 1, Short.MAX_VALUE);
        }

        /**
         * Draws a position.
         *
         * @throws InputException if the image is smaller than the window
         */
        @Override
        public Affine draw(RandomGenerator random, int imageWidth, int imageHeight) {
            if (width > imageWidth || height > imageHeight) {
                throw new InputException(
                        Problem.Kind.BAD_SETTING,
                        "fixed-crop",
                        "a window of %s × %s pixels does not fit into an image of %s × %s"
                                .formatted(width, height, imageWidth, imageHeight),
                        "use a smaller width and height, a random-crop, which is relative"
                                + " to the area, or larger images");
            }
            double dx = Ranges.uniform(random, -0.5, 0.5) * (imageWidth - width);
            double dy = Ranges.uniform(random, -0.5, 0.5) * (imageHeight - height);
            return Affine.window(
                    (double) width / imageWidth, (double) height / imageHeight, dx, dy);
        }
    }

    /**
     * Shifts the content by uniform fractions of width and height.
     *
     * @param maxX largest shift in either direction as a fraction of the width, 0 to 1
     * @param maxY largest shift in either direction as a fraction of the height, 0 to 1
     */
    record Translation(double maxX, double maxY) implements Geometric {
        public Translation {
            Ranges.check("translation", "maxX", maxX, 0, 1);
            Ranges.check("translation", "maxY", maxY, 0, 1);
        }

        @Override
        public Affine draw(RandomGenerator random, int width, int height) {
            double dx = Ranges.uniform(random, -maxX, maxX) * width;
            double dy = Ranges.uniform(random, -maxY, maxY) * height;
            return Affine.window(1, 1, -dx, -dy);
        }
    }

    /**
     * Scales the content about the centre by a factor that is uniform on a logarithmic scale. Below
     * 1, the content shrinks and the border is reflected.
     *
     * @param minFactor smallest factor, 0.1 to 10
     * @param maxFactor largest factor, 0.1 to 10
     */
    record Zoom(double minFactor, double maxFactor) implements Geometric {
        public Zoom {
            Ranges.check("zoom", "minFactor", minFactor, "maxFactor", maxFactor, 0.1, 10);
        }

        @Override
        public Affine draw(RandomGenerator random, int width, int height) {
            double share = 1 / Ranges.logUniform(random, minFactor, maxFactor);
            return Affine.window(share, share, 0, 0);
        }
    }
}
