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
 * How a model treats the groups of one column, at one threshold. That it treats them alike on these
 * people does not show that it does on others; how sure a difference is, an interval over
 * participants tells, see {@link GroupColumn#within}.
 *
 * @param column what people are put into groups by
 * @param threshold from which probability on a case is called positive; if none was chosen, rates
 *     and gaps are undefined, prevalences and ROC AUCs are not
 * @param minimumParticipants groups with fewer people are marked as small
 * @param groups the groups, in alphabetical order, {@value GroupColumn#UNKNOWN} last; for
 *     intersections including empty ones
 */
public record FairnessReport(
        String column,
        ThresholdChoice threshold,
        int minimumParticipants,
        List<GroupMetrics> groups) {

    /**
     * Below five people a group is marked as small unless said otherwise. A rule of thumb: with so
     * few, one of them moves a rate by 20 percentage points.
     */
    public static final int MINIMUM_PARTICIPANTS = 5;

    public FairnessReport {
        checkArgument(
                minimumParticipants >= 1,
                "a minimum of %s participants: expected 1 or more",
                minimumParticipants);
        groups = List.copyOf(groups);
    }

    /** Of the groups of a column, those with fewer than five people being marked. */
    public static FairnessReport of(
            Predictions cases, GroupColumn column, ThresholdChoice threshold) {
        return of(cases, column, threshold, MINIMUM_PARTICIPANTS);
    }

    /**
     * Of the groups of a column.
     *
     * @param cases one prediction for each case; all of them are in a group
     * @param column what people are put into groups by
     * @param threshold what a {@link dev.fer4j.eval.metric.ThresholdRule} chose on validation data,
     *     or one that was fixed beforehand
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
