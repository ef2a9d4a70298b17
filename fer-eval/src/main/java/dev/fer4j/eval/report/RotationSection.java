package dev.fer4j.eval.report;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Condition;
import dev.fer4j.eval.inference.RotationAnalysis;
import dev.fer4j.eval.inference.StudyInference;
import dev.fer4j.eval.inference.StudyInference.ConditionAuc;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.study.StudyPlan;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The conditions under each category split. */
final class RotationSection {

    private final StudyResult study;
    private final StudyPlan plan;
    private final StudyInference inference;

    private RotationSection(StudyResult study, StudyInference inference) {
        this.study = study;
        this.plan = study.plan();
        this.inference = inference;
    }

    /** Empty if there is one split. */
    static Optional<Section> section(StudyResult study, StudyInference inference) {
        if (study.plan().splits().size() == 1) {
            return Optional.empty();
        }
        RotationSection section = new RotationSection(study, inference);
        return Optional.of(
                new Section(
                        "Category splits",
                        List.of(
                                new Block.Paragraph(
                                        "Each category comes with its own people and its own share"
                                            + " of interested ones. A condition that helps under"
                                            + " one split only may help with these people and not"
                                            + " with that content."),
                                new Block.TableBlock(section.table()))));
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
        RotationAnalysis rotations = inference.rotations();
        rotations
                .friedman()
                .result()
                .ifPresent(
                        friedman ->
                                rows.add(
                                        last(
                                                "Mean rank (highest is best)",
                                                condition ->
                                                        String.format(
                                                                Locale.ROOT,
                                                                "%.2f",
                                                                friedman.meanRanks()
                                                                        .get(
                                                                                rotations
                                                                                        .conditions()
                                                                                        .indexOf(
                                                                                                condition
                                                                                                        .id()))))));
        return new Table(
                "Test ROC AUC per image, by category split",
                columns,
                rows,
                "Rotations share people, in training and in testing, so they are not as many"
                        + " studies as there are rows. Tests over them stand under Inference."
                        + MeanOutcome.words(plan.seeds().size()));
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
