package dev.fer4j.augment;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.random.RandomGenerator;

/** One kind of change to training images, with its range. Each draws what it needs, then stops. */
public sealed interface Augmentation {

    /** Changes where colours stand. */
    sealed interface Geometric extends Augmentation {
        /** Draws a map for an image of that many pixels. */
        Affine draw(RandomGenerator random, double width, double height);
    }

    /** Changes colours, each pixel by itself. */
    sealed interface Photometric extends Augmentation {
        /** Draws a map. */
        ColourMap draw(RandomGenerator random);
    }

    /** Adds noise. */
    sealed interface Noise extends Augmentation {
        /** Draws a standard deviation in grey levels (0 to 255). */
        double drawSigma(RandomGenerator random);
    }

    /**
     * Rotation about the centre by a uniform angle in [−maxDegrees, maxDegrees]; the paper's is 15.
     *
     * @param maxDegrees 0 to 180
     */
    record Rotation(double maxDegrees) implements Geometric {
        /** Checks the range. */
        public Rotation {
            checkArgument(
                    maxDegrees >= 0 && maxDegrees <= 180,
                    "rotation: maxDegrees %s is not in [0, 180]",
                    maxDegrees);
        }

        @Override
        public Affine draw(RandomGenerator random, double width, double height) {
            return Affine.rotation(uniform(random, -maxDegrees, maxDegrees));
        }
    }

    /**
     * Left and right are swapped with a probability. The paper gives none; 0.5 is usual.
     *
     * @param probability 0 to 1
     */
    record HorizontalFlip(double probability) implements Geometric {
        /** Checks the probability. */
        public HorizontalFlip {
            checkArgument(
                    probability >= 0 && probability <= 1,
                    "horizontal flip: probability %s is not in [0, 1]",
                    probability);
        }

        @Override
        public Affine draw(RandomGenerator random, double width, double height) {
            return random.nextDouble() < probability ? Affine.mirror() : Affine.IDENTITY;
        }
    }

    /**
     * A window of a share of the area, at a uniform place, stretched to the whole image. The paper
     * names a random crop without its size.
     *
     * @param minArea smallest share of the area, above 0
     * @param maxArea largest share, at most 1
     * @param maxAspect largest stretch of width against height (and the reverse), at least 1; drawn
     *     uniformly on a logarithmic scale
     */
    record RandomCrop(double minArea, double maxArea, double maxAspect) implements Geometric {
        /** Checks the ranges. */
        public RandomCrop {
            checkArgument(
                    minArea > 0 && minArea <= maxArea && maxArea <= 1,
                    "random crop: area [%s, %s] is not within (0, 1]",
                    minArea,
                    maxArea);
            checkArgument(
                    maxAspect >= 1 && maxAspect <= 4,
                    "random crop: maxAspect %s is not in [1, 4]",
                    maxAspect);
        }

        @Override
        public Affine draw(RandomGenerator random, double width, double height) {
            double side = Math.sqrt(uniform(random, minArea, maxArea));
            double stretch =
                    Math.sqrt(Math.exp(uniform(random, -Math.log(maxAspect), Math.log(maxAspect))));
            double sx = Math.min(1, side * stretch);
            double sy = Math.min(1, side / stretch);
            double dx = uniform(random, -1, 1) * (1 - sx) / 2 * width;
            double dy = uniform(random, -1, 1) * (1 - sy) / 2 * height;
            return Affine.window(sx, sy, dx, dy);
        }
    }

    /**
     * All channels times a uniform factor.
     *
     * @param min smallest factor, 0 or more
     * @param max largest factor
     */
    record Brightness(double min, double max) implements Photometric {
        /** Checks the range. */
        public Brightness {
            checkFactors("brightness", min, max);
        }

        @Override
        public ColourMap draw(RandomGenerator random) {
            return ColourMap.brightness(uniform(random, min, max));
        }
    }

    /**
     * Distance from middle grey times a uniform factor.
     *
     * @param min smallest factor, 0 or more
     * @param max largest factor
     */
    record Contrast(double min, double max) implements Photometric {
        /** Checks the range. */
        public Contrast {
            checkFactors("contrast", min, max);
        }

        @Override
        public ColourMap draw(RandomGenerator random) {
            return ColourMap.contrast(uniform(random, min, max));
        }
    }

    /**
     * Distance from the pixel's luma times a uniform factor.
     *
     * @param min smallest factor, 0 or more
     * @param max largest factor
     */
    record Saturation(double min, double max) implements Photometric {
        /** Checks the range. */
        public Saturation {
            checkFactors("saturation", min, max);
        }

        @Override
        public ColourMap draw(RandomGenerator random) {
            return ColourMap.saturation(uniform(random, min, max));
        }
    }

    /**
     * Gaussian noise with zero mean, independent for every value of every pixel.
     *
     * @param minSigma smallest standard deviation in grey levels, 0 or more
     * @param maxSigma largest standard deviation in grey levels
     */
    record GaussianNoise(double minSigma, double maxSigma) implements Noise {
        /** Checks the range. */
        public GaussianNoise {
            checkArgument(
                    minSigma >= 0 && minSigma <= maxSigma && maxSigma <= 128,
                    "gaussian noise: sigma [%s, %s] is not within [0, 128]",
                    minSigma,
                    maxSigma);
        }

        @Override
        public double drawSigma(RandomGenerator random) {
            return uniform(random, minSigma, maxSigma);
        }
    }

    private static void checkFactors(String name, double min, double max) {
        checkArgument(
                min >= 0 && min <= max && max <= 10,
                "%s: factors [%s, %s] are not within [0, 10]",
                name,
                min,
                max);
    }

    private static double uniform(RandomGenerator random, double min, double max) {
        return min + (max - min) * random.nextDouble();
    }
}
