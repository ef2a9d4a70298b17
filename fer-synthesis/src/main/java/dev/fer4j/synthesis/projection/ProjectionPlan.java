package dev.fer4j.synthesis.projection;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * How an image is projected (Karras et al. 2020a, appendix D; Abdal et al. 2019 for w per layer).
 *
 * @param steps of optimization, 1,000 in the paper
 * @param rate the largest learning rate, 0.1 in the paper
 * @param space what is optimized
 * @param jitter noise that is added to w at first, in standard deviations of w, 0.05 in the paper;
 *     it fades over the first three quarters of the steps
 * @param pixelWeight of the mean squared difference of pixels in [−1, 1]
 * @param perceptualWeight of the difference of features, if a network for them is given
 * @param noiseWeight of the noise regularization, 100,000 in the paper
 * @param threshold an image whose pixels differ by a larger mean square at the end has not
 *     converged
 */
public record ProjectionPlan(
        int steps,
        double rate,
        Space space,
        double jitter,
        double pixelWeight,
        double perceptualWeight,
        double noiseWeight,
        double threshold) {

    /** What is optimized. */
    public enum Space {
        /** One w for all layers, as in the paper: nearer to what the generator knows. */
        W,
        /** A w for each layer: nearer to the image. */
        W_PER_LAYER
    }

    /**
     * 500 steps, a w for each layer, pixels and features alike. The threshold 0.1 is a root mean
     * square of some 40 of 255 levels; choose it by looking.
     */
    public static final ProjectionPlan DEFAULT =
            new ProjectionPlan(500, 0.1, Space.W_PER_LAYER, 0.05, 1, 1, 1e5, 0.1);

    private static final double RAMP_UP = 0.05;
    private static final double RAMP_DOWN = 0.25;
    private static final double JITTER_FADES = 0.75;

    /** Checks the ranges. */
    public ProjectionPlan {
        checkArgument(steps >= 1 && steps <= 100_000, "steps %s is not in 1..100000", steps);
        checkArgument(rate > 0 && rate <= 10, "rate %s is not in (0, 10]", rate);
        requireNonNull(space);
        checkArgument(jitter >= 0 && jitter <= 10, "jitter %s is not in [0, 10]", jitter);
        checkArgument(
                pixelWeight >= 0 && perceptualWeight >= 0 && pixelWeight + perceptualWeight > 0,
                "weights %s of pixels and %s of features: expected one above 0",
                pixelWeight,
                perceptualWeight);
        checkArgument(noiseWeight >= 0, "noiseWeight %s is negative", noiseWeight);
        checkArgument(threshold > 0, "threshold %s is not above 0", threshold);
    }

    /** Returns a copy with a different number of steps. */
    public ProjectionPlan withSteps(int count) {
        return new ProjectionPlan(
                count, rate, space, jitter, pixelWeight, perceptualWeight, noiseWeight, threshold);
    }

    /** Returns a copy for a different space. */
    public ProjectionPlan withSpace(Space other) {
        return new ProjectionPlan(
                steps, rate, other, jitter, pixelWeight, perceptualWeight, noiseWeight, threshold);
    }

    /** Returns a copy with a different threshold of convergence. */
    public ProjectionPlan withThreshold(double other) {
        return new ProjectionPlan(
                steps, rate, space, jitter, pixelWeight, perceptualWeight, noiseWeight, other);
    }

    /** The learning rate of a step from 0: it rises over 5 % of the steps and falls over 25 %. */
    double rateAt(int step) {
        double t = (double) step / steps;
        double down = Math.min(1, (1 - t) / RAMP_DOWN);
        double cosine = 0.5 - 0.5 * Math.cos(down * Math.PI);
        return rate * cosine * Math.min(1, (t + 1.0 / steps) / RAMP_UP);
    }

    /** What is added to w in a step, in standard deviations of w. */
    double jitterAt(int step) {
        double left = Math.max(0, 1 - (double) step / steps / JITTER_FADES);
        return jitter * left * left;
    }
}
