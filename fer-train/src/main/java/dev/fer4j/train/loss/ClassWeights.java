package dev.fer4j.train.loss;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The weight of each class in the loss.
 *
 * @param negative weight of the negative class, above 0
 * @param positive weight of {@link dev.fer4j.core.Label#POSITIVE}, above 0
 */
public record ClassWeights(double negative, double positive) {

    /** Both weights are 1. */
    public static final ClassWeights EQUAL = new ClassWeights(1, 1);

    public ClassWeights {
        check(negative);
        check(positive);
    }

    private static void check(double weight) {
        checkArgument(
                weight > 0 && weight < Double.POSITIVE_INFINITY,
                "class weight %s is not above 0",
                weight);
    }

    /**
     * Returns weights that give both classes the same total weight, {@code n / (2 n_c)}, as
     * scikit-learn's {@code balanced}.
     *
     * @param negatives number of samples of the negative class, at least 1
     * @param positives number of samples of the positive class, at least 1
     */
    public static ClassWeights balanced(long negatives, long positives) {
        checkArgument(negatives >= 1 && positives >= 1, "there are samples of one class only");
        double all = (double) negatives + positives;
        return new ClassWeights(all / (2 * negatives), all / (2 * positives));
    }

    /**
     * Returns the weight of a sample.
     *
     * @param target share of the positive class, in [0, 1]
     */
    public double of(double target) {
        return target * positive + (1 - target) * negative;
    }
}
