package dev.fer4j.eval.report.section;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.fairness.FairnessGap;
import dev.fer4j.eval.fairness.FairnessReport;
import dev.fer4j.eval.fairness.GroupColumn;
import dev.fer4j.eval.fairness.GroupGap;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.inference.CrossedJackknife;
import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Metric;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.report.internal.MeanOutcome;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.study.StudyPlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Gaps between groups, and their uncertainty. */
final class GroupGaps {

    /** The compared rates at a threshold. */
    private static final ImmutableMap<String, Function<Threshold, Metric>> RATES =
            ImmutableMap.of(
                    "true positive rate",
                    threshold -> Metric.at(threshold.value(), ConfusionMatrix::recall),
                    "false positive rate",
                    threshold -> Metric.at(threshold.value(), ConfusionMatrix::falsePositiveRate),
                    "ROC AUC",
                    threshold -> Metric.rocAuc());

    private final StudyPlan plan;
    private final List<Trained> trained;

    GroupGaps(StudyPlan plan, List<Trained> trained) {
        this.plan = plan;
        this.trained = trained;
    }

    /** The largest differences between any two groups, one row for each model and column. */
    Table gaps(List<GroupColumn> by) {
        List<Column> columns = columns();
        for (FairnessGap gap : FairnessGap.values()) {
            columns.add(Column.right(capital(gap.title())));
        }
        columns.add(Column.name("Equalized odds between"));
        List<List<String>> rows = new ArrayList<>();
        for (GroupColumn column : by) {
            for (Trained model : trained) {
                rows.add(gaps(model, column));
            }
        }
        return new Table(
                "Gaps between groups",
                columns,
                rows,
                "Largest minus smallest rate over the groups, including the unknown; the ratio is"
                    + " the smallest over the largest. They have no sign, so they lie above zero by"
                    + " chance alone, the more so the more and the smaller the groups. An asterisk:"
                    + " one of the two has fewer than "
                        + FairnessReport.MINIMUM_PARTICIPANTS
                        + " people."
                        + leftOut(by)
                        + MeanOutcome.words(plan.seeds().size()));
    }

    /** Groups without a rate, which are in no gap of that rate. */
    private String leftOut(List<GroupColumn> by) {
        Set<String> leftOut = new LinkedHashSet<>();
        for (GroupColumn column : by) {
            for (Trained model : trained) {
                for (FairnessReport report : model.fairness(column)) {
                    for (FairnessGap gap : FairnessGap.values()) {
                        report.gap(gap).leftOut().stream()
                                .map(reason -> column.title() + " " + reason)
                                .forEach(leftOut::add);
                    }
                }
            }
        }
        return leftOut.isEmpty() ? "" : " Left out: " + String.join("; ", leftOut) + ".";
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Condition"));
        if (plan.splits().size() > 1) {
            columns.add(Column.name("Train → test"));
        }
        columns.add(Column.left("By"));
        return columns;
    }

    private List<String> start(Trained model, GroupColumn column) {
        List<String> row = new ArrayList<>();
        row.add(model.condition().title());
        if (plan.splits().size() > 1) {
            row.add(SplitName.inShort(model.split()));
        }
        row.add(column.title());
        return row;
    }

    private List<String> gaps(Trained model, GroupColumn column) {
        List<FairnessReport> reports = model.fairness(column);
        List<String> row = start(model, column);
        for (FairnessGap gap : FairnessGap.values()) {
            row.add(MeanOutcome.of(reports, r -> r.gap(gap).value()).format(3));
        }
        GroupGap first = reports.get(0).gap(FairnessGap.EQUALIZED_ODDS_DIFFERENCE);
        row.add(
                reports.size() > 1
                        ? ""
                        : String.join(" and ", first.between()) + (first.small() ? " *" : ""));
        return row;
    }

    /** Signed differences with intervals, for columns with two known groups. */
    Optional<Table> differences(List<GroupColumn> by) {
        List<List<String>> rows = new ArrayList<>();
        for (GroupColumn column : by) {
            for (Trained model : trained) {
                List<String> groups = known(column, model.tests().get(0));
                if (groups.size() == 2) {
                    RATES.forEach((name, rate) -> rows.add(row(model, column, groups, name, rate)));
                }
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = columns();
        columns.add(Column.left("Difference"));
        columns.add(Column.left("Of the"));
        columns.add(Column.right("Value"));
        columns.add(Column.right("95% interval"));
        return Optional.of(
                new Table(
                        "Two groups compared, with intervals",
                        columns,
                        rows,
                        "Jackknife over participants, and training seeds if there are several,"
                            + " Student's t. Not corrected for the number of rows: one of twenty"
                            + " such intervals excludes zero by chance."
                                + MeanOutcome.words(plan.seeds().size())));
    }

    private static List<String> known(GroupColumn column, Predictions test) {
        return column.groupsOf(test).stream()
                .filter(group -> !group.equals(GroupColumn.UNKNOWN))
                .toList();
    }

    private List<String> row(
            Trained model,
            GroupColumn column,
            List<String> groups,
            String name,
            Function<Threshold, Metric> rate) {
        Clusters people = Clusters.participants(model.tests().get(0));
        List<ClusteredMetric> trainings =
                Streams.zip(
                                model.tests().stream(),
                                model.thresholds().stream().map(rate),
                                (test, metric) ->
                                        ClusteredMetric.of(
                                                test,
                                                people,
                                                column.within(groups.get(0), metric)
                                                                .minus(
                                                                        column.within(
                                                                                groups.get(1),
                                                                                metric))
                                                        ::of))
                        .toList();
        Outcome value = ClusteredMetric.mean(trainings).value();
        List<String> row = start(model, column);
        row.add(groups.get(0) + " − " + groups.get(1));
        row.add(name);
        row.add(
                value.value()
                        .map(number -> String.format(Locale.ROOT, "%+.3f", number))
                        .orElse("undefined"));
        row.add(
                CrossedJackknife.of(trainings)
                        .flatMap(Estimate::differenceInterval)
                        .result()
                        .map(
                                interval ->
                                        String.format(
                                                Locale.ROOT,
                                                "%+.3f to %+.3f",
                                                interval.lower(),
                                                interval.upper()))
                        .orElse("undefined"));
        return row;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
