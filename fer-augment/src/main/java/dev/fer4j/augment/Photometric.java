package dev.fer4j.augment;

import dev.fer4j.augment.transform.ColourMap;
import java.util.random.RandomGenerator;

/** A photometric augmentation: an affine map of each pixel's red, green and blue. */
public sealed interface Photometric extends Augmentation {

    ColourMap draw(RandomGenerator random);

    /**
     * Multiplies all channels by a uniform factor.
     *
     * @param minFactor smallest factor, 0 to 10
     * @param maxFactor largest factor, 0 to 10
     */
    record Brightness(double minFactor, double maxFactor) implements Photometric {
        public Brightness {
            checkFactors("brightness", minFactor, maxFactor);
        }

        @Override
        public ColourMap draw(RandomGenerator random) {
            return ColourMap.brightness(Ranges.uniform(random, minFactor, maxFactor));
        }
    }

    /**
     * Multiplies the difference from mid-grey by a uniform factor.
     *
     * @param minFactor smallest factor, 0 to 10
     * @param maxFactor largest factor, 0 to 10
     */
    record Contrast(double minFactor, double maxFactor) implements Photometric {
        public Contrast {
            checkFactors("contrast", minFactor, maxFactor);
        }

        @Override
        public ColourMap draw(RandomGenerator random) {
            return ColourMap.contrast(Ranges.uniform(random, minFactor, maxFactor));
        }
    }

    /**
     * Multiplies the difference from the pixel's luma by a uniform factor.
     *
     * @param minFactor smallest factor, 0 to 10
     * @param maxFactor largest factor, 0 to 10
     */
    record Saturation(double minFactor, double maxFactor) implements Photometric {
        public Saturation {
            checkFactors("saturation", minFactor, maxFactor);
        }

        @Override
        public ColourMap draw(RandomGenerator random) {
            return ColourMap.saturation(Ranges.uniform(random, minFactor, maxFactor));
        }
    }

    /**
     * Replaces all channels by the pixel's luma, with the given probability.
     *
     * @param probability 0 to 1
     */
    record Grayscale(double probability) implements Photometric {
        public Grayscale {
            Ranges.check("grayscale", "probability", probability, 0, 1);
        }

        @Override
        public ColourMap draw(RandomGenerator random) {
            return random.nextDouble() < probability ? ColourMap.saturation(0) : ColourMap.IDENTITY;
        }
    }

    private static void checkFactors(String kind, double min, double max) {
        Ranges.check(kind, "minFactor", min, "maxFactor", max, 0, 10);
    }
}
