package dev.fer4j.synthesis.projection;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import java.util.List;

/**
 * Settings of a projection (Karras et al. 2020a, appendix D; Abdal et al. 2019 for one w per
 * layer).
 *
 * @param steps number of optimization steps, 1,000 in the paper
 * @param rate the largest learning rate, 0.1 in the paper
 * @param space what is optimized
 * @param jitter initial noise on w, in standard deviations of w, 0.05 in the paper; it fades over
 *     the first three quarters of the steps
 * @param weights of the terms of the loss
 * @param threshold the largest final mean squared difference of pixels at which a projection has
 *     converged
 */
public record ProjectionPlan(
        int steps, double rate, Space space, double jitter, Weights weights, double threshold) {

    /** The space of optimization. */
    public enum Space {
        /** One w for all layers, as in the paper: closer to what the generator has learned. */
        W,
        /** One w for each layer: closer to the image. */
        W_PER_LAYER
    }

    /**
     * Weights of the terms of the loss.
     *
     * @param pixels of the mean squared difference of pixels in [−1, 1], non-negative
     * @param features of the distance between features, if a network for them is given;
     *     non-negative, and not 0 together with {@code pixels}
     * @param noise of the noise regularization, 100,000 in the paper, non-negative
     */
    public record Weights(double pixels, double features, double noise) {}

    /**
     * 500 steps, one w for each layer, equal weights of pixels and features. The threshold 0.1 is a
     * root mean square of some 40 of 255 levels; choose it by visual inspection.
     */
    public static ProjectionPlan defaults() {
        return new ProjectionPlan(500, 0.1, Space.W_PER_LAYER, 0.05, new Weights(1, 1, 1e5), 0.1);
    }

    private static final double RAMP_UP = 0.05;
    private static final double RAMP_DOWN = 0.25;
    private static final double JITTER_FADES = 0.75;

    /** Checks that nothing is missing. Ranges are checked all at once, by {@link #problems}. */
    public ProjectionPlan {
        requireNonNull(space);
        requireNonNull(weights);
    }

    /** All settings that are out of range. */
    public List<Problem> problems() {
        ImmutableList.Builder<Problem> all = ImmutableList.builder();
        boolean weigh =
                weights.pixels >= 0
                        && weights.features >= 0
                        && weights.noise >= 0
                        && weights.pixels + weights.features > 0;
        check(all, steps >= 1 && steps <= 100_000, "steps " + steps, "1 to 100000");
        check(all, rate > 0 && rate <= 10, "rate " + rate, "a number in (0, 10]");
        check(all, jitter >= 0 && jitter <= 10, "jitter " + jitter, "a number in [0, 10]");
        check(all, weigh, weights.toString(), "0 or more, that of pixels or features above 0");
        check(all, threshold > 0, "threshold " + threshold, "a number above 0");
        return all.build();
    }

    private static void check(
            ImmutableList.Builder<Problem> problems, boolean fits, String setting, String wanted) {
        if (!fits) {
            problems.add(new Problem(Problem.Kind.BAD_SETTING, setting, "expected " + wanted, ""));
        }
    }

    /**
     * Checks the whole plan, as {@link Projector} does.
     *
     * @throws PlanException if there are {@link #problems}, naming all of them
     */
    public void requireValid() {
        if (!problems().isEmpty()) {
            throw new PlanException(problems());
        }
    }

    public ProjectionPlan withSteps(int count) {
        return new ProjectionPlan(count, rate, space, jitter, weights, threshold);
    }

    /** Returns a copy with a different maximum learning rate. */
    public ProjectionPlan withRate(double largest) {
        return new ProjectionPlan(steps, largest, space, jitter, weights, threshold);
    }

    public ProjectionPlan withSpace(Space other) {
        return new ProjectionPlan(steps, rate, other, jitter, weights, threshold);
    }

    public ProjectionPlan withJitter(double deviations) {
        return new ProjectionPlan(steps, rate, space, deviations, weights, threshold);
    }

    public ProjectionPlan withWeights(Weights other) {
        return new ProjectionPlan(steps, rate, space, jitter, other, threshold);
    }

    public ProjectionPlan withThreshold(double other) {
        return new ProjectionPlan(steps, rate, space, jitter, weights, other);
    }

    /**
     * The learning rate of a step, from 0: it rises over the first 5 % of the steps and falls over
     * the last 25 %.
     */
    double rateAt(int step) {
        double t = (double) step / steps;
        double down = Math.min(1, (1 - t) / RAMP_DOWN);
        double cosine = 0.5 - 0.5 * Math.cos(down * Math.PI);
        return rate * cosine * Math.min(1, (t + 1.0 / steps) / RAMP_UP);
    }

    /** The noise on w in a step, in standard deviations of w. */
    double jitterAt(int step) {
        double left = Math.max(0, 1 - (double) step / steps / JITTER_FADES);
        return jitter * left * left;
    }
}
