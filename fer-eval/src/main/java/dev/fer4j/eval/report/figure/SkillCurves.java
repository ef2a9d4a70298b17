package dev.fer4j.eval.report.figure;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.report.internal.ConditionInk;
import dev.fer4j.eval.report.internal.CurveBands;
import dev.fer4j.eval.report.internal.SplitName;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.Stroke;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws curves of the test split, per image, with one colour per condition.
 *
 * @param shown conditions of the study
 */
record SkillCurves(StudyResult study, List<Condition> shown, SkillCurve.Kind kind) {

    /** One plot for each split. */
    List<Plot> plots() {
        return study.plan().splits().stream().map(this::plot).toList();
    }

    private Plot plot(CategorySplit split) {
        List<Mark> marks = new ArrayList<>();
        CurveBands bands = new CurveBands(study, split);
        for (Condition condition : shown) {
            List<Mark.Range> ranges =
                    kind == SkillCurve.Kind.ROC
                            ? bands.roc(condition)
                            : bands.precisionRecall(condition);
            if (!ranges.isEmpty()) {
                marks.add(new Mark.Band(ranges, ConditionInk.of(study.plan(), condition)));
            }
        }
        Stroke stroke = study.plan().seeds().size() == 1 ? Stroke.SOLID : Stroke.THIN;
        for (Condition condition : shown) {
            Ink ink = ConditionInk.of(study.plan(), condition);
            in(split, study.of(condition).stream())
                    .forEach(cell -> kind.of(cell.test()).line(ink, stroke).ifPresent(marks::add));
        }
        String where =
                study.plan().splits().size() == 1
                        ? ", test images"
                        : ": " + SplitName.inShort(split);
        return kind.plot(where, prevalences(in(split, study.cells().stream())), marks);
    }

    /** One entry per condition with its area, and one for a no-skill model. */
    List<LegendEntry> legend() {
        List<LegendEntry> legend = new ArrayList<>();
        for (Condition condition : shown) {
            String areas =
                    kind.label(
                            study.of(condition).stream()
                                    .map(cell -> kind.of(cell.test()).area())
                                    .toList());
            legend.add(
                    new LegendEntry(
                            condition.title() + ": " + areas,
                            ConditionInk.of(study.plan(), condition),
                            Stroke.SOLID));
        }
        legend.add(kind.noSkill(prevalences(study.cells().stream()), "split's test images"));
        return legend;
    }

    private static Stream<CellResult> in(CategorySplit split, Stream<CellResult> cells) {
        return cells.filter(cell -> cell.cell().split().equals(split));
    }

    private List<Double> prevalences(Stream<CellResult> cells) {
        return cells.flatMap(cell -> kind.of(cell.test()).prevalence().value().stream())
                .distinct()
                .toList();
    }
}
