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
 * @param training the training split with copies of images counted
 */
public record CompositionCounts(
        SplitCounts train, SplitCounts validate, SplitCounts test, TrainingCounts training) {

    static CompositionCounts of(Map<Split, List<Sample>> samples, TrainingSet training) {
        return new CompositionCounts(
                SplitCounts.of(samples.get(Split.TRAIN)),
                SplitCounts.of(samples.get(Split.VALIDATE)),
                SplitCounts.of(samples.get(Split.TEST)),
                TrainingCounts.of(training));
    }

    /** The counts of a split. */
    public SplitCounts of(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATE -> validate;
            case TEST -> test;
        };
    }

    /** Different images of all splits together: the last column of Table 1. */
    public int total() {
        return train.total() + validate.total() + test.total();
    }
}
