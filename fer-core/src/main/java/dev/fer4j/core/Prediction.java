package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;

/**
 * A model's prediction for one sample.
 *
 * @param sample the sample's id
 * @param label its true label
 * @param probability the model's probability of {@link Label#POSITIVE}, in [0, 1]
 * @param recording the sample's recording
 * @param participant the sample's participant
 * @param groups further groups that the sample belongs to, for example {@code gender → FEMALE}; an
 *     unknown group is absent
 */
public record Prediction(
        String sample,
        Label label,
        double probability,
        String recording,
        String participant,
        Map<String, String> groups) {

    /** Checks the probability. */
    public Prediction {
        requireNonNull(sample);
        requireNonNull(label);
        requireNonNull(recording);
        requireNonNull(participant);
        groups = ImmutableSortedMap.copyOf(groups);
        checkArgument(
                probability >= 0 && probability <= 1,
                "sample %s: probability %s is not in [0, 1]",
                sample,
                probability);
    }
}
