package dev.fer4j.eval.internal;

import static com.google.common.base.Preconditions.checkArgument;

/** Checks the arrays of true classes and scores that are passed to metrics. */
public final class CaseArrays {

    private CaseArrays() {}

    /**
     * Checks that there is a finite score for each class.
     *
     * @throws IllegalArgumentException if the lengths differ or a score is not finite; the message
     *     names the lengths or the first such score
     */
    public static void checkScores(boolean[] positives, double[] scores) {
        checkLengths(positives, scores);
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new IllegalArgumentException(
                        "the score of sample %s is %s: scores must be finite numbers"
                                .formatted(i, scores[i]));
            }
        }
    }

    /**
     * Checks that there is a probability for each class.
     *
     * @throws IllegalArgumentException if the lengths differ or a number is outside [0, 1]; the
     *     message names the lengths or the first such number
     */
    public static void checkProbabilities(boolean[] positives, double[] probabilities) {
        checkLengths(positives, probabilities);
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException(
                        "the probability of sample %s is %s: it must be in [0, 1]"
                                .formatted(i, probabilities[i]));
            }
        }
    }

    private static void checkLengths(boolean[] positives, double[] scores) {
        checkArgument(
                positives.length == scores.length,
                "%s classes and %s scores: one of each is needed for every sample",
                positives.length,
                scores.length);
    }

    /** The number of positive samples. */
    public static int positiveCount(boolean[] positives) {
        int count = 0;
        for (boolean positive : positives) {
            count += positive ? 1 : 0;
        }
        return count;
    }
}
