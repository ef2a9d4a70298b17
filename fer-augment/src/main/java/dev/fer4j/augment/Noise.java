package dev.fer4j.augment;

import java.util.random.RandomGenerator;

/**
 * Additive Gaussian noise. Several noises are combined by summing their variances. Noise is applied
 * last in its composition, whatever its position.
 */
public sealed interface Noise extends Augmentation {

    /** Draws a standard deviation in grey levels (0 to 255). */
    double drawSigma(RandomGenerator random);

    /**
     * Gaussian noise with zero mean, independent for each channel of each pixel.
     *
     * @param minSigma smallest standard deviation in grey levels, 0 to 128
     * @param maxSigma largest standard deviation in grey levels, 0 to 128
     */
    record GaussianNoise(double minSigma, double maxSigma) implements Noise {
        public GaussianNoise {
            Ranges.check("gaussian-noise", "minSigma", minSigma, "maxSigma", maxSigma, 0, 128);
        }

        @Override
        public double drawSigma(RandomGenerator random) {
            return Ranges.uniform(random, minSigma, maxSigma);
        }
    }
}
