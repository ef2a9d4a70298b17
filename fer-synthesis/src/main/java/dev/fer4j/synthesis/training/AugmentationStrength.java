package dev.fer4j.synthesis.training;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How strongly the discriminator's images are augmented (Karras et al. 2020b, section 3.1): the
 * probability rises while the discriminator overfits, that is while {@code r = E[sign(D(x))]} of
 * real images is above a target, and falls otherwise.
 *
 * @param start the initial probability, in [0, 1]
 * @param target of r, 0.6 in the paper
 * @param images number of real images over which the probability can go from 0 to 1, 500,000 in the
 *     paper; 0 keeps it fixed
 */
public record AugmentationStrength(double start, double target, long images) {

    /** The largest probability; above it, augmentations begin to leak into generated images. */
    static final double MOST = 0.85;

    /** The paper's setting. */
    public static final AugmentationStrength ADAPTIVE = new AugmentationStrength(0, 0.6, 500_000);

    /** No augmentation. */
    public static final AugmentationStrength NONE = new AugmentationStrength(0, 0.6, 0);

    public AugmentationStrength {
        checkArgument(start >= 0 && start <= MOST, "probability %s is not in [0, %s]", start, MOST);
        checkArgument(target > -1 && target < 1, "target %s is not in (-1, 1)", target);
        checkArgument(images >= 0, "%s images: must not be negative", images);
    }

    /** A fixed probability. */
    public static AugmentationStrength fixed(double probability) {
        return new AugmentationStrength(probability, 0.6, 0);
    }

    /**
     * The next probability.
     *
     * @param signs r over the last images
     * @param seen number of these images
     */
    double next(double probability, double signs, long seen) {
        if (images == 0) {
            return probability;
        }
        double change = Math.signum(signs - target) * seen / images;
        return Math.max(0, Math.min(MOST, probability + change));
    }
}
