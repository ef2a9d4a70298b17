package dev.fer4j.eval.scored;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.Doubles;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.inference.ClusterPermutation;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.inference.DeLong;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Holm;
import dev.fer4j.eval.inference.Significance;
import dev.fer4j.eval.metric.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A comparison of classifiers with a reference classifier, on the same cases.
 *
 * <p>The default interval and test are those of the jackknife over independent units; the clustered
 * DeLong test and the permutation test are reported too. p-values of each metric are corrected by
 * Holm over all comparisons.
 *
 * @param reference the classifier that all others are compared with
 * @param n the number of cases
 * @param independentUnit {@code participant}, {@code recording} or {@code case}
 * @param independent the number of these units
 * @param differences the differences of each other classifier, by metric in order
 * @param notes sentences on the cases, which readers of the results should know
 */
public record ScoreComparison(
        String reference,
        int n,
        String independentUnit,
        int independent,
        List<Difference> differences,
        List<String> notes) {

    /** The metrics that are compared. */
    public static final List<ScoreMetric> METRICS =
            List.of(ScoreMetric.ROC_AUC, ScoreMetric.AVERAGE_PRECISION);

    /**
     * The difference of a metric between a classifier and the reference.
     *
     * @param name the name of the classifier
     * @param value the metric of the classifier
     * @param difference value − ofReference, in [−1, 1]
     * @param p p-values of the difference
     */
    public record Difference(
            String name,
            ScoreMetric metric,
            Outcome value,
            Outcome ofReference,
            Measured difference,
            PValues p) {

        private Difference withAdjusted(Outcome adjusted) {
            return new Difference(
                    name,
                    metric,
                    value,
                    ofReference,
                    difference,
                    new PValues(p.jackknife, adjusted, p.deLong, p.permutation));
        }
    }

    /**
     * The p-values of one difference by several tests, each in [0, 1].
     *
     * @param jackknife p-value of the jackknife's test
     * @param adjusted the same, corrected by {@link Holm} over the classifiers
     * @param deLong p-value of the clustered DeLong test; for the ROC AUC only
     * @param permutation p-value of the permutation test; for the ROC AUC only
     */
    public record PValues(
            Outcome jackknife, Outcome adjusted, Outcome deLong, Outcome permutation) {}

    public ScoreComparison {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /**
     * Compares classifiers.
     *
     * @param all at least two, of which the first is the reference
     * @param seed of the permutation test
     * @throws InputException if they are not of the same cases, with the same labels, recordings
     *     and participants; cases with ids may be in any order
     */
    public static ScoreComparison of(List<ScoredCases> all, Seed seed) {
        checkArgument(all.size() >= 2, "a comparison needs two classifiers");
        ScoredCases reference = all.get(0);
        List<ScoredCases> others =
                all.stream()
                        .skip(1)
                        .map(other -> new SameCases(reference, other).aligned())
                        .toList();
        Clusters independent = reference.independent();
        List<Difference> differences = new ArrayList<>();
        for (ScoreMetric metric : METRICS) {
            List<Difference> ofMetric = new ArrayList<>();
            for (ScoredCases other : others) {
                ofMetric.add(difference(metric, reference, other, independent, seed));
            }
            differences.addAll(adjusted(ofMetric));
        }
        return new ScoreComparison(
                reference.name(),
                reference.size(),
                reference.independentUnit(),
                independent.count(),
                differences,
                notes(all));
    }

    /** Notes of all classifiers; those that several have are given once. */
    private static List<String> notes(List<ScoredCases> all) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ScoredCases cases : all) {
            Stream.concat(cases.notes().stream(), cases.peopleNotes().stream())
                    .forEach(note -> names.merge(note, cases.name(), (a, b) -> a + ", " + b));
        }
        List<String> notes = new ArrayList<>();
        names.forEach((note, of) -> notes.add(of + ": " + note));
        return notes;
    }

    private static Difference difference(
            ScoreMetric metric,
            ScoredCases reference,
            ScoredCases other,
            Clusters independent,
            Seed seed) {
        boolean[] positives = reference.positives();
        ClusteredMetric its = metric.of(positives, other.scores(), independent);
        ClusteredMetric ofReference = metric.of(positives, reference.scores(), independent);
        ClusteredMetric difference = its.minus(ofReference);
        Finding<Estimate> estimate = difference.estimate();
        boolean isAuc = metric == ScoreMetric.ROC_AUC;
        Outcome none = Outcome.undefined("is a test of the ROC AUC");
        return new Difference(
                other.name(),
                metric,
                its.value(),
                ofReference.value(),
                new Measured(difference.value(), estimate.flatMap(Estimate::differenceInterval)),
                new PValues(
                        p(estimate.flatMap(Estimate::test).map(Significance::p)),
                        Outcome.undefined("is not yet corrected"),
                        isAuc
                                ? p(
                                        DeLong.clustered(
                                                        positives,
                                                        List.of(other.scores(), reference.scores()),
                                                        independent)
                                                .map(deLong -> deLong.difference(0, 1))
                                                .flatMap(Estimate::test)
                                                .map(Significance::p))
                                : none,
                        isAuc
                                ? p(
                                        new ClusterPermutation(seed)
                                                .aucDifference(
                                                        positives,
                                                        other.scores(),
                                                        reference.scores(),
                                                        independent.inGroups())
                                                .map(ClusterPermutation.Result::p))
                                : none));
    }

    private static Outcome p(Finding<Double> p) {
        return p.result()
                .map(Outcome::of)
                .orElseGet(() -> Outcome.undefined(p.undefinedBecause().orElseThrow()));
    }

    private static List<Difference> adjusted(List<Difference> differences) {
        double[] adjusted =
                Holm.adjust(
                        Doubles.toArray(
                                differences.stream()
                                        .flatMap(d -> d.p().jackknife().value().stream())
                                        .toList()));
        List<Difference> all = new ArrayList<>();
        int at = 0;
        for (Difference one : differences) {
            Outcome p = one.p().jackknife();
            all.add(one.withAdjusted(p.value().isPresent() ? Outcome.of(adjusted[at++]) : p));
        }
        return all;
    }
}
