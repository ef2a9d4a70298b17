package dev.fer4j.eval.metric;

/** The share of the positive class. */
public final class Prevalence {

    private Prevalence() {}

    /**
     * Positive samples over all samples, in [0, 1].
     *
     * @param positives for each sample whether it is of the positive class
     * @return undefined without samples
     */
    public static Outcome of(boolean[] positives) {
        if (positives.length == 0) {
            return Outcome.undefined("there are no samples");
        }
        int count = 0;
        for (boolean positive : positives) {
            count += positive ? 1 : 0;
        }
        return Outcome.of((double) count / positives.length);
    }
}
