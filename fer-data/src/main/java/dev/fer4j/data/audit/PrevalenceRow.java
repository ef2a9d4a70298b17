package dev.fer4j.data.audit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The share of the positive label in a split, or in a group within it.
 *
 * @param group the group; empty for the whole split
 * @param size the number of samples, at least one image
 * @param interested number of images with the positive label
 * @param shift for a whole split other than training, its prevalence minus that of training, in
 *     percentage points; otherwise empty
 */
@JsonPropertyOrder({
    "split",
    "group",
    "size",
    "interested",
    "prevalence",
    "majorityAccuracy",
    "shift"
})
public record PrevalenceRow(
        Split split,
        Optional<AuditGroup> group,
        GroupSize size,
        int interested,
        Optional<Double> shift) {

    public PrevalenceRow {
        checkArgument(
                size.images() > 0 && interested >= 0 && interested <= size.images(),
                "%s of %s images are interested",
                interested,
                size.images());
    }

    /**
     * The share of positive images, 0 to 1. It is the PR AUC of a classifier without skill, so a PR
     * AUC is meaningless without it, and PR AUCs of splits with different prevalences are not
     * comparable.
     */
    @JsonProperty
    public double prevalence() {
        return (double) interested / size.images();
    }

    /** The accuracy of always predicting the more frequent label: the larger of p and 1 − p. */
    @JsonProperty
    public double majorityAccuracy() {
        return Math.max(prevalence(), 1 - prevalence());
    }

    /** Returns rows for the whole split, then for its groups by each field. */
    static List<PrevalenceRow> all(
            Split split, List<Sample> samples, List<AuditField> fields, OptionalDouble training) {
        List<PrevalenceRow> rows = new ArrayList<>();
        PrevalenceRow whole = of(split, Optional.empty(), samples, Optional.empty());
        rows.add(
                training.isEmpty()
                        ? whole
                        : of(
                                split,
                                Optional.empty(),
                                samples,
                                Optional.of(100 * (whole.prevalence() - training.getAsDouble()))));
        for (AuditField field : fields) {
            samples.stream()
                    .collect(
                            groupingBy(
                                    sample -> field.group(Traits.of(sample)),
                                    TreeMap::new,
                                    Collectors.toList()))
                    .forEach(
                            (group, some) ->
                                    rows.add(
                                            of(split, Optional.of(group), some, Optional.empty())));
        }
        return List.copyOf(rows);
    }

    private static PrevalenceRow of(
            Split split, Optional<AuditGroup> group, List<Sample> samples, Optional<Double> shift) {
        return new PrevalenceRow(
                split,
                group,
                GroupSize.of(samples),
                samples.stream().mapToInt(sample -> sample.label().asTarget()).sum(),
                shift);
    }
}
