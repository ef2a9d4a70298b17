package dev.fer4j.eval.scored;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.fairness.FairnessReport;
import dev.fer4j.eval.fairness.GroupColumn;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.unit.UnitMetric;
import dev.fer4j.eval.unit.UnitMetrics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The performance of a classifier's scores.
 *
 * <p>Intervals are those of the jackknife over independent units: participants if known, else
 * recordings, else cases.
 *
 * @param name the name of the scores
 * @param n the number of cases
 * @param positiveClass the class with higher scores
 * @param independentUnit {@code participant}, {@code recording} or {@code case}
 * @param independent the number of these units
 * @param values metrics of the cases
 * @param units metrics of recordings and participants, as far as known and if scores are
 *     probabilities, which are averaged
 * @param atThreshold all metrics of the cases at the threshold; empty if scores are not
 *     probabilities
 * @param threshold the score at or above which a case is classified as positive
 * @param groups a report for each column of groups; empty if scores are not probabilities
 * @param ungrouped columns that are no groups, since their values are too many
 * @param notes sentences on the cases, which readers of the results should know
 */
public record Scorecard(
        String name,
        int n,
        Label positiveClass,
        String independentUnit,
        int independent,
        Map<ScoreMetric, Measured> values,
        Map<EvaluationUnit, Unit> units,
        Map<UnitMetric, Outcome> atThreshold,
        Threshold threshold,
        List<FairnessReport> groups,
        List<UngroupedColumn> ungrouped,
        List<String> notes) {

    /**
     * Recordings or participants.
     *
     * @param n the number of units
     * @param values metrics of these units
     */
    public record Unit(int n, Map<ScoreMetric, Measured> values) {}

    public Scorecard {
        values = Maps.immutableEnumMap(values);
        units = Maps.immutableEnumMap(units);
        atThreshold = Maps.immutableEnumMap(atThreshold);
        groups = List.copyOf(groups);
        ungrouped = List.copyOf(ungrouped);
        notes = List.copyOf(notes);
    }

    /**
     * Computes the metrics.
     *
     * @param threshold for probabilities: chosen on other cases, or fixed in advance
     */
    public static Scorecard of(ScoredCases cases, Threshold threshold) {
        return of(cases, threshold, Set.of());
    }

    /**
     * Computes the metrics.
     *
     * @param threshold for probabilities: chosen on other cases, or fixed in advance
     * @param wanted columns that are groups however many values they have
     * @throws InputException if a wanted column does not exist
     */
    public static Scorecard of(ScoredCases cases, Threshold threshold, Set<String> wanted) {
        CaseColumns columns = CaseColumns.of(cases);
        List<String> groupColumns = columns.groups(cases.name(), wanted);
        Clusters independent = cases.independent();
        Map<EvaluationUnit, Unit> units = Map.of();
        Map<UnitMetric, Outcome> atThreshold = Map.of();
        List<FairnessReport> groups = List.of();
        if (cases.areProbabilities()) {
            Predictions predictions = cases.asPredictions();
            units = units(cases, predictions);
            atThreshold = UnitMetrics.of(predictions, threshold).values();
            groups = groups(predictions, groupColumns, threshold);
        }
        return new Scorecard(
                cases.name(),
                cases.size(),
                Label.POSITIVE,
                cases.independentUnit(),
                independent.count(),
                measured(cases.positives(), cases.scores(), independent),
                units,
                atThreshold,
                threshold,
                groups,
                columns.ungrouped(wanted),
                Stream.of(cases.notes(), cases.peopleNotes(), tied(cases, units))
                        .flatMap(List::stream)
                        .toList());
    }

    /** Says how many people are in no unit, since neither label is that of their majority. */
    private static List<String> tied(ScoredCases cases, Map<EvaluationUnit, Unit> units) {
        Unit participants = units.get(EvaluationUnit.PARTICIPANT);
        int people = cases.independent().count();
        return participants == null || participants.n() == people
                ? List.of()
                : List.of(
                        ("%s of %s participants are left out of the metrics by participant: half of"
                                        + " their %s have the one label, half the other.")
                                .formatted(
                                        people - participants.n(),
                                        people,
                                        cases.haveRecordings() ? "recordings" : "cases"));
    }

    /** Returns a copy with further notes. */
    public Scorecard withNotes(List<String> more) {
        return new Scorecard(
                name,
                n,
                positiveClass,
                independentUnit,
                independent,
                values,
                units,
                atThreshold,
                threshold,
                groups,
                ungrouped,
                Stream.concat(notes.stream(), more.stream()).toList());
    }

    private static Map<EvaluationUnit, Unit> units(ScoredCases cases, Predictions predictions) {
        ImmutableMap.Builder<EvaluationUnit, Unit> units = ImmutableMap.builder();
        if (cases.haveRecordings()) {
            units.put(EvaluationUnit.RECORDING, unit(EvaluationUnit.RECORDING, predictions));
        }
        if (cases.haveParticipants()) {
            units.put(EvaluationUnit.PARTICIPANT, unit(EvaluationUnit.PARTICIPANT, predictions));
        }
        return units.buildOrThrow();
    }

    private static Unit unit(EvaluationUnit unit, Predictions images) {
        Predictions together = unit.aggregate(images);
        return new Unit(
                together.size(),
                measured(
                        together.positives(),
                        together.probabilities(),
                        Clusters.participants(together)));
    }

    private static List<FairnessReport> groups(
            Predictions predictions, List<String> columns, Threshold threshold) {
        return columns.stream()
                .map(
                        column ->
                                FairnessReport.of(
                                        predictions,
                                        column.equals(CaseColumns.AGE)
                                                ? new GroupColumn.AgeBands(column)
                                                : new GroupColumn.Named(column),
                                        threshold))
                .toList();
    }

    private static Map<ScoreMetric, Measured> measured(
            boolean[] positives, double[] scores, Clusters independent) {
        return Stream.of(ScoreMetric.values())
                .collect(
                        Maps.toImmutableEnumMap(
                                metric -> metric,
                                metric -> measured(metric.of(positives, scores, independent))));
    }

    private static Measured measured(ClusteredMetric metric) {
        return new Measured(metric.value(), metric.estimate().flatMap(Estimate::shareInterval));
    }
}
