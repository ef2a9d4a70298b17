package dev.fer4j.eval.report.section;

import dev.fer4j.core.design.Split;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.report.internal.AucIntervals;
import dev.fer4j.eval.report.internal.MeanMetrics;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.report.table.Table2;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.unit.UnitMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The section with the same metrics for images, recordings and people as cases. */
public final class UnitSection {

    private static final List<UnitMetric> METRICS =
            List.of(
                    UnitMetric.PREVALENCE,
                    UnitMetric.AVERAGE_PRECISION,
                    UnitMetric.ROC_AUC,
                    UnitMetric.ACCURACY,
                    UnitMetric.MAJORITY_ACCURACY);

    private final StudyPlan plan;
    private final Table2 table;
    private final AucIntervals intervals;

    public UnitSection(StudyPlan plan, StudyInference inference, Table2 table) {
        this.plan = plan;
        this.table = table;
        this.intervals = new AucIntervals(inference);
    }

    public Section section() {
        return new Section(
                "Images, recordings, people",
                List.of(
                        new Block.Paragraph(
                                "Images of one recording share a label and a face, and recordings"
                                    + " of one person share a face: they carry far less information"
                                    + " than as many people. Look at recordings or people first."
                                    + " All metrics of every training are in table2.csv, in full"
                                    + " precision."),
                        new Block.TableBlock(table(Split.TEST, "Test split, by unit")),
                        new Block.TableBlock(table(Split.VALIDATE, "Validation split, by unit"))));
    }

    private Table table(Split split, String title) {
        boolean severalSplits = plan.splits().size() > 1;
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Condition"));
        if (severalSplits) {
            columns.add(Column.name("Train → test"));
        }
        columns.add(Column.left("Unit"));
        columns.add(Column.right("n"));
        for (UnitMetric metric : METRICS) {
            columns.add(Column.right(metric.title()));
            if (metric == UnitMetric.ROC_AUC && split == Split.TEST) {
                columns.add(Column.right("95% of ROC AUC"));
            }
        }
        return new Table(
                title,
                columns,
                MeanMetrics.of(table, row -> row.split() == split).stream()
                        .map(metrics -> row(metrics, severalSplits))
                        .toList(),
                note(split));
    }

    private List<String> row(MeanMetrics metrics, boolean severalSplits) {
        List<String> row = new ArrayList<>();
        row.add(metrics.condition().title());
        if (severalSplits) {
            row.add(SplitName.inShort(metrics.rotation()));
        }
        row.add(metrics.unit().id());
        row.add(Integer.toString(metrics.n()));
        for (UnitMetric metric : METRICS) {
            row.add(metrics.text(metric));
            if (metric == UnitMetric.ROC_AUC && metrics.split() == Split.TEST) {
                row.add(intervals.text(metrics.condition(), metrics.rotation(), metrics.unit()));
            }
        }
        return row;
    }

    private String note(Split split) {
        if (split == Split.VALIDATE) {
            return "As above; weights, and thresholds if any, were chosen on these images, so the"
                    + " numbers are optimistic.";
        }
        String units =
                Arrays.stream(EvaluationUnit.values())
                        .map(unit -> unit.id() + ": " + unit.rule() + ".")
                        .collect(Collectors.joining(" ", "Units: ", " "));
        return ("Positive class: %s. AP, average precision, is without "
                        + "interpolation; for a no-skill model it equals the "
                        + "prevalence. %s; such intervals cannot be used to compare "
                        + "conditions, since models tested on the same people make "
                        + "correlated errors, and their difference is more certain "
                        + "than either value. %s%s")
                .formatted(plan.labels().positive(), AucIntervals.note(plan), units, ties());
    }

    private String ties() {
        String leftOut =
                table.rows().stream()
                        .filter(row -> row.leftOut() > 0)
                        .map(
                                row ->
                                        SplitName.inShort(row.cell().cell().split())
                                                + ", "
                                                + row.split().id()
                                                + ": "
                                                + row.leftOut())
                        .distinct()
                        .collect(Collectors.joining("; "));
        return leftOut.isEmpty()
                ? "No participant has a tie."
                : "Participants left out for a tie: " + leftOut + ".";
    }
}
