package dev.fer4j.eval.report.card;

import dev.fer4j.core.Label;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.eval.fairness.FairnessReport;
import dev.fer4j.eval.fairness.GroupColumn;
import dev.fer4j.eval.fairness.GroupMetrics;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Metric;
import dev.fer4j.eval.metric.PrArea;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.report.internal.GroupColumns;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a model card: one model's test metrics with intervals, by unit and by group. */
public final class ModelCardMetrics {

    private ModelCardMetrics() {}

    /**
     * Computes the tables.
     *
     * @param model the predictions of one training
     * @param threshold the smallest probability at which INTERESTED is predicted; chosen on
     *     validation data, or fixed in advance
     * @return a table by unit, then one for each column of groups
     */
    public static List<Table> of(CellResult model, Threshold threshold) {
        return of(model, threshold, Label.POSITIVE.name());
    }

    /**
     * Computes the tables of a model with custom label names.
     *
     * @param model the predictions of one training
     * @param threshold the smallest probability at which the positive class is predicted
     * @param positiveClass the name of the positive class, for the note below the tables
     * @return a table by unit, then one for each column of groups
     */
    public static List<Table> of(CellResult model, Threshold threshold, String positiveClass) {
        List<Table> tables = new ArrayList<>();
        tables.add(byUnit(model.test(), threshold, positiveClass));
        GroupColumns.of(List.of(model.test())).stream()
                .map(column -> byGroup(model.test(), column, threshold))
                .forEach(tables::add);
        return List.copyOf(tables);
    }

    private static Table byUnit(Predictions test, Threshold threshold, String positiveClass) {
        List<List<String>> rows = new ArrayList<>();
        for (EvaluationUnit unit : EvaluationUnit.values()) {
            Predictions cases = unit.aggregate(test);
            rows.add(
                    List.of(
                            unit.id(),
                            Integer.toString(cases.size()),
                            ConfusionMatrix.at(cases, threshold.value()).prevalence().format(3),
                            estimate(cases, Metric.prAuc(PrArea.AVERAGE_PRECISION)),
                            estimate(cases, Metric.rocAuc()),
                            estimate(
                                    cases, Metric.at(threshold.value(), ConfusionMatrix::accuracy)),
                            estimate(
                                    cases,
                                    Metric.at(
                                            threshold.value(),
                                            ConfusionMatrix::balancedAccuracy))));
        }
        return new Table(
                "Test split, by what counts as one case",
                Stream.concat(
                                Stream.of(Column.left("Unit")),
                                Stream.of(
                                                "n",
                                                "Prevalence = no-skill PR AUC",
                                                "PR AUC (average precision)",
                                                "ROC AUC",
                                                "Accuracy",
                                                "Balanced accuracy")
                                        .map(Column::right))
                        .toList(),
                rows,
                "Positive class: "
                        + positiveClass
                        + ". In brackets are 95% intervals over the test participants (jackknife,"
                        + " logit scale); they do not cover the variation between trainings.");
    }

    private static Table byGroup(Predictions test, GroupColumn column, Threshold threshold) {
        List<List<String>> rows = new ArrayList<>();
        for (GroupMetrics group : FairnessReport.of(test, column, threshold).groups()) {
            Predictions members =
                    new Predictions(
                            test.all().stream()
                                    .filter(p -> column.groupOf(p).equals(group.group()))
                                    .toList());
            rows.add(
                    List.of(
                            group.group() + (group.small() ? " *" : ""),
                            Integer.toString(group.size().participants()),
                            Integer.toString(group.size().cases()),
                            group.prevalence().format(3),
                            estimate(
                                    members, Metric.at(threshold.value(), ConfusionMatrix::recall)),
                            estimate(
                                    members,
                                    Metric.at(
                                            threshold.value(), ConfusionMatrix::falsePositiveRate)),
                            estimate(members, Metric.rocAuc())));
        }
        return new Table(
                "Test split by " + column.title() + ", per image",
                Stream.concat(
                                Stream.of(Column.left("Group")),
                                Stream.of(
                                                "People",
                                                "Images",
                                                "Prevalence",
                                                "True positive rate",
                                                "False positive rate",
                                                "ROC AUC")
                                        .map(Column::right))
                        .toList(),
                rows,
                "An asterisk marks groups of fewer than "
                        + FairnessReport.MINIMUM_PARTICIPANTS
                        + " people. A rate without cases is undefined, not 0.");
    }

    /** {@code 0.812 (0.701 to 0.923)}; without an interval if there is none. */
    private static String estimate(Predictions cases, Metric metric) {
        ClusteredMetric clustered =
                ClusteredMetric.of(cases, Clusters.participants(cases), metric::of);
        return clustered.value().format(3)
                + clustered
                        .estimate()
                        .flatMap(Estimate::shareInterval)
                        .result()
                        .map(interval -> " (" + interval.toText(3) + ")")
                        .orElse("");
    }
}
