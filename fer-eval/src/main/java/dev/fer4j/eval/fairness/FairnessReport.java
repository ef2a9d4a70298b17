package dev.fer4j.eval.fairness;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.ThresholdChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a model treats the groups of one column, at one threshold. Equal treatment of these people
 * does not imply equal treatment of other people; for the uncertainty of a difference, use an
 * interval over participants, see {@link GroupColumn#within}.
 *
 * @param column what people are grouped by
 * @param threshold the smallest probability that is classified as positive; if none was chosen,
 *     rates and gaps are undefined, but prevalences and ROC AUCs are not
 * @param minimumParticipants groups with fewer people are marked as small
 * @param groups the groups, in alphabetical order, {@value GroupColumn#UNKNOWN} last; for
 *     intersections, empty groups are included
 */
public record FairnessReport(
        String column,
        ThresholdChoice threshold,
        int minimumParticipants,
        List<GroupMetrics> groups) {

    /**
     * The default for {@code minimumParticipants}: groups with fewer than five people are marked as
     * small. A rule of thumb: among five people, each moves a rate by 20 percentage points.
     */
    public static final int MINIMUM_PARTICIPANTS = 5;

    public FairnessReport {
        checkArgument(
                minimumParticipants >= 1,
                "a minimum of %s participants: expected 1 or more",
                minimumParticipants);
        groups = List.copyOf(groups);
    }

    /** Reports on the groups of a column, marking those with fewer than five people. */
    public static FairnessReport of(
            Predictions cases, GroupColumn column, ThresholdChoice threshold) {
        return of(cases, column, threshold, MINIMUM_PARTICIPANTS);
    }

    /**
     * Reports on the groups of a column.
     *
     * @param cases one prediction for each case; every case is in a group
     * @param column what people are grouped by
     * @param threshold chosen by a {@link dev.fer4j.eval.metric.ThresholdRule} on validation data,
     *     or fixed in advance
     * @param minimumParticipants 1 or more
     * @throws dev.fer4j.core.InputException if an age is not a whole number of years
     */
    public static FairnessReport of(
            Predictions cases,
            GroupColumn column,
            ThresholdChoice threshold,
            int minimumParticipants) {
        return new FairnessReport(
                column.title(),
                threshold,
                minimumParticipants,
                groups(cases, column, threshold, minimumParticipants));
    }

    static List<GroupMetrics> groups(
            Predictions cases,
            GroupColumn column,
            ThresholdChoice threshold,
            int minimumParticipants) {
        ImmutableListMultimap<String, Prediction> members =
                Multimaps.index(cases.all(), column::groupOf);
        return column.groupsOf(cases).stream()
                .map(
                        group ->
                                GroupMetrics.of(
                                        group,
                                        new Predictions(members.get(group)),
                                        threshold,
                                        minimumParticipants))
                .toList();
    }

    /** A gap between the groups. */
    public GroupGap gap(FairnessGap gap) {
        return gap.of(groups);
    }

    /** All gaps between the groups, by name. */
    @JsonProperty("gaps")
    public Map<String, GroupGap> gaps() {
        return Arrays.stream(FairnessGap.values())
                .collect(ImmutableMap.toImmutableMap(FairnessGap::title, this::gap));
    }
}
