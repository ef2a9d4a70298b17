package dev.fer4j.core;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.people.PersonId;
import java.util.Map;

/**
 * A model's prediction for one sample.
 *
 * @param sample the sample's id
 * @param label its true label
 * @param probability the model's probability of {@link Label#POSITIVE}, in [0, 1]
 * @param recording the sample's recording
 * @param participant the sample's participant, normalized by {@link PersonId}
 * @param groups further groups of the sample, for example {@code gender → FEMALE}: {@code
 *     category}, {@code gender} and {@code age} where known, and the columns of {@link
 *     Sample#groups()}; an unknown group is absent
 */
public record Prediction(
        String sample,
        Label label,
        double probability,
        String recording,
        String participant,
        Map<String, String> groups) {

    public Prediction {
        requireNonNull(sample);
        requireNonNull(label);
        requireNonNull(recording);
        participant = PersonId.normal(participant);
        groups = ImmutableSortedMap.copyOf(groups);
        checkArgument(
                probability >= 0 && probability <= 1,
                "sample %s: probability %s is not in [0, 1]",
                sample,
                probability);
    }

    /**
     * Creates the prediction for a sample, with the sample's groups.
     *
     * @param probability of {@link Label#POSITIVE}, in [0, 1]
     */
    public static Prediction of(Sample sample, double probability) {
        ImmutableSortedMap.Builder<String, String> groups = ImmutableSortedMap.naturalOrder();
        groups.putAll(sample.groups().values());
        sample.category().ifPresent(category -> groups.put("category", category.id()));
        sample.demographics().gender().ifPresent(gender -> groups.put("gender", gender.name()));
        sample.demographics().age().ifPresent(age -> groups.put("age", age.toString()));
        return new Prediction(
                sample.id(),
                sample.label(),
                probability,
                sample.recording(),
                sample.participant(),
                groups.buildOrThrow());
    }
}
