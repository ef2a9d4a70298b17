package dev.fer4j.eval.report.section;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Condition;
import dev.fer4j.core.design.Split;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.comparison.StudyInference.ConditionAuc;
import dev.fer4j.eval.inference.anova.Friedman;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.report.internal.AucIntervals;
import dev.fer4j.eval.report.internal.MeanMetrics;
import dev.fer4j.eval.report.internal.MeanOutcome;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import dev.fer4j.eval.report.table.Table2;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.unit.UnitMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The section on the conditions under each category split. */
public final class RotationSection {

    private static final List<UnitMetric> DETAILS =
            List.of(
                    UnitMetric.PREVALENCE,
                    UnitMetric.AVERAGE_PRECISION,
                    UnitMetric.ACCURACY,
                    UnitMetric.MAJORITY_ACCURACY,
                    UnitMetric.ROC_AUC);

    private final StudyResult study;
    private final StudyPlan plan;
    private final StudyInference inference;

    private RotationSection(StudyResult study, StudyInference inference) {
        this.study = study;
        this.plan = study.plan();
        this.inference = inference;
    }

    /** The section, or empty if there is only one split. */
    public static Optional<Section> section(
            StudyResult study, StudyInference inference, Table2 table) {
        if (study.plan().splits().size() == 1) {
            return Optional.empty();
        }
        RotationSection section = new RotationSection(study, inference);
        return Optional.of(
                new Section(
                        "Category splits",
                        List.of(
                                new Block.Paragraph(
                                        "Each category has its own people and its own prevalence. A"
                                            + " condition that helps under one split only may help"
                                            + " with these people and not with that content."),
                                new Block.TableBlock(section.table()),
                                new Block.TableBlock(section.details(table)))));
    }

    private Table table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("Category split"));
        columns.add(Column.right("Test images"));
        columns.add(Column.right("People"));
        columns.add(Column.right("Prevalence"));
        for (Condition condition : plan.withoutControls()) {
            columns.add(Column.right(condition.title()));
        }
        List<List<String>> rows = new ArrayList<>();
        plan.splits().forEach(split -> rows.add(row(split)));
        rows.add(last("Mean over splits", this::mean));
        inference
                .rotations()
                .friedman()
                .result()
                .ifPresent(
                        friedman ->
                                rows.add(
                                        last(
                                                "Mean rank, the highest is best",
                                                meanRank(friedman))));
        return new Table(
                "Test ROC AUC per image, by category split",
                columns,
                rows,
                "Rotations share people, in training and in testing, so the rows are not"
                        + " independent studies. Tests over them are under Inference."
                        + MeanOutcome.words(plan.seeds().size()));
    }

    private Table details(Table2 table) {
        AucIntervals intervals = new AucIntervals(inference);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.name("Train → test"));
        columns.add(Column.left("Condition"));
        DETAILS.forEach(metric -> columns.add(Column.right(metric.title())));
        columns.add(Column.right("95% of ROC AUC"));
        List<List<String>> rows = new ArrayList<>();
        for (CategorySplit split : plan.splits()) {
            for (MeanMetrics metrics : MeanMetrics.of(table, row -> isTestImage(row, split))) {
                List<String> row = new ArrayList<>();
                row.add(SplitName.inShort(split));
                row.add(metrics.condition().title());
                DETAILS.forEach(metric -> row.add(metrics.text(metric)));
                row.add(intervals.text(metrics.condition(), split, EvaluationUnit.IMAGE));
                rows.add(row);
            }
        }
        return new Table(
                "Test split, per image, under every category split",
                columns,
                rows,
                "AP is average precision, without interpolation, of the class "
                        + plan.labels().positive()
                        + "; for a no-skill model it equals the prevalence. "
                        + AucIntervals.note(plan)
                        + ".");
    }

    private static boolean isTestImage(Table2.Row row, CategorySplit split) {
        return row.split() == Split.TEST
                && row.unit() == EvaluationUnit.IMAGE
                && row.cell().cell().split().equals(split);
    }

    private List<String> row(CategorySplit split) {
        var test = study.of(plan.reference(), split, plan.seeds().get(0)).test();
        List<String> row = new ArrayList<>();
        row.add(SplitName.of(split));
        row.add(Integer.toString(test.size()));
        row.add(Long.toString(test.all().stream().map(p -> p.participant()).distinct().count()));
        row.add(ConfusionMatrix.at(test, 0.5).prevalence().format(3));
        for (Condition condition : plan.withoutControls()) {
            row.add(auc(condition, split).format(3));
        }
        return row;
    }

    @FunctionalInterface
    private interface Cell {
        String of(Condition condition);
    }

    private List<String> last(String name, Cell cell) {
        List<String> row = new ArrayList<>(List.of(name, "", "", ""));
        plan.withoutControls().forEach(condition -> row.add(cell.of(condition)));
        return row;
    }

    private Cell meanRank(Friedman friedman) {
        List<String> conditions = inference.rotations().conditions();
        return condition -> {
            double rank = friedman.meanRanks().get(conditions.indexOf(condition.id()));
            return String.format(Locale.ROOT, "%.2f", rank);
        };
    }

    private String mean(Condition condition) {
        return MeanOutcome.of(plan.splits(), split -> auc(condition, split)).format(3);
    }

    private Outcome auc(Condition condition, CategorySplit split) {
        return inference.aucs().stream()
                .filter(
                        auc ->
                                auc.condition().equals(condition.id())
                                        && auc.split().equals(split.id())
                                        && auc.unit() == EvaluationUnit.IMAGE)
                .findFirst()
                .map(ConditionAuc::auc)
                .orElseThrow();
    }
}
