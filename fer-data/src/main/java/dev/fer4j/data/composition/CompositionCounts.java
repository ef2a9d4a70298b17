package dev.fer4j.data.composition;

import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Split;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The numbers of samples in a composition: a row of the paper's Table 1, and further counts.
 *
 * @param train counts of the training split
 * @param validate counts of the validation split
 * @param test counts of the test split
 * @param training counts of the training set, including copies of images
 * @param seen counts of the held-out people of the training categories; empty if no one is held
 *     out, as in the paper
 */
public record CompositionCounts(
        SplitCounts train,
        SplitCounts validate,
        SplitCounts test,
        TrainingCounts training,
        Optional<SplitCounts> seen) {

    static CompositionCounts of(Map<Split, List<Sample>> samples, TrainingSet training) {
        return new CompositionCounts(
                SplitCounts.of(samples.get(Split.TRAIN)),
                SplitCounts.of(samples.get(Split.VALIDATE)),
                SplitCounts.of(samples.get(Split.TEST)),
                TrainingCounts.of(training),
                Optional.of(samples.get(Split.SEEN))
                        .filter(seen -> !seen.isEmpty())
                        .map(SplitCounts::of));
    }

    /**
     * The counts of a split.
     *
     * @throws NoSuchElementException for {@link Split#SEEN} if no one is held out
     */
    public SplitCounts of(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATE -> validate;
            case TEST -> test;
            case SEEN -> seen.orElseThrow();
        };
    }

    /** The number of distinct images in all splits together: the last column of Table 1. */
    public int total() {
        return train.total()
                + validate.total()
                + test.total()
                + seen.map(SplitCounts::total).orElse(0);
    }
}
