package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The share of samples that are called by their class. Where one class is common, a high accuracy
 * means little: compare it with {@link #ofMajority}.
 */
public final class Accuracy {

    /** The threshold of a classifier that calls the more probable class. */
    public static final double HALF = 0.5;

    private Accuracy() {}

    /**
     * Accuracy of calling a sample positive if its score is at least a threshold, in [0, 1].
     *
     * @param positives for each sample whether it is of the positive class
     * @param scores for each sample a score that is higher the more it looks positive
     * @param threshold a number; one that is chosen must be chosen on other data
     * @return undefined without samples
     * @throws IllegalArgumentException if the lengths differ, or a score or the threshold is NaN
     */
    public static Outcome at(boolean[] positives, double[] scores, double threshold) {
        checkArgument(
                positives.length == scores.length,
                "%s classes and %s scores: one of each is needed for every sample",
                positives.length,
                scores.length);
        checkArgument(!Double.isNaN(threshold), "the threshold is NaN");
        if (positives.length == 0) {
            return Outcome.undefined("there are no samples");
        }
        int right = 0;
        for (int i = 0; i < scores.length; i++) {
            checkArgument(!Double.isNaN(scores[i]), "the score of sample %s is NaN", i);
            right += (scores[i] >= threshold) == positives[i] ? 1 : 0;
        }
        return Outcome.of((double) right / scores.length);
    }

    /**
     * Accuracy of calling every sample by the more common class of these samples: max(prevalence, 1
     * − prevalence), in [0.5, 1].
     *
     * @return undefined without samples
     */
    public static Outcome ofMajority(boolean[] positives) {
        return Prevalence.of(positives)
                .value()
                .map(prevalence -> Outcome.of(Math.max(prevalence, 1 - prevalence)))
                .orElseGet(() -> Outcome.undefined("there are no samples"));
    }
}
