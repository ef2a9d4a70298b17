package dev.fer4j.data.composition;

import dev.fer4j.core.Sample;
import dev.fer4j.core.Split;
import java.util.List;
import java.util.Map;

/**
 * How many samples a composition has: a row of the paper's Table 1, and more.
 *
 * @param train counts of the training split
 * @param validate counts of the validation split
 * @param test counts of the test split
 */
public record CompositionCounts(SplitCounts train, SplitCounts validate, SplitCounts test) {

    static CompositionCounts of(Map<Split, List<Sample>> samples) {
        return new CompositionCounts(
                SplitCounts.of(samples.get(Split.TRAIN)),
                SplitCounts.of(samples.get(Split.VALIDATE)),
                SplitCounts.of(samples.get(Split.TEST)));
    }

    /** The counts of a split. */
    public SplitCounts of(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATE -> validate;
            case TEST -> test;
        };
    }

    /** Images of all splits together: the last column of Table 1. */
    public int total() {
        return train.total() + validate.total() + test.total();
    }
}
