package dev.fer4j.synthesis.training;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How strongly the discriminator's images are augmented (Karras et al. 2020b, section 3.1): the
 * probability rises while the discriminator is surer of real images than it should be, {@code r =
 * E[sign(D(x))]} above a target, and falls else.
 *
 * @param start the probability at first, in [0, 1]
 * @param target of r, 0.6 in the paper
 * @param images after how many real images the probability can have gone from 0 to 1; 500,000 in
 *     the paper; 0 keeps it as it is
 */
public record AugmentationStrength(double start, double target, long images) {

    /** The largest probability; above it generated images begin to look augmented. */
    static final double MOST = 0.85;

    /** The paper's. */
    public static final AugmentationStrength ADAPTIVE = new AugmentationStrength(0, 0.6, 500_000);

    /** No augmentation. */
    public static final AugmentationStrength NONE = new AugmentationStrength(0, 0.6, 0);

    public AugmentationStrength {
        checkArgument(start >= 0 && start <= MOST, "probability %s is not in [0, %s]", start, MOST);
        checkArgument(target > -1 && target < 1, "target %s is not in (-1, 1)", target);
        checkArgument(images >= 0, "%s images: must not be negative", images);
    }

    /** A probability that stays. */
    public static AugmentationStrength fixed(double probability) {
        return new AugmentationStrength(probability, 0.6, 0);
    }

    /**
     * The next probability.
     *
     * @param signs r over the last images
     * @param seen how many these were
     */
    double next(double probability, double signs, long seen) {
        if (images == 0) {
            return probability;
        }
        double change = Math.signum(signs - target) * seen / images;
        return Math.max(0, Math.min(MOST, probability + change));
    }
}
