package dev.fer4j.eval.report.figure;

import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.comparison.StudyInference;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.report.internal.AucIntervals;
import dev.fer4j.eval.report.internal.CurveBands;
import dev.fer4j.eval.report.internal.MeanOutcome;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.Stroke;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws curves of the test split, per image, with their bands. */
final class SkillCurves implements PanelContent {

    private final StudyResult study;
    private final SkillCurve.Kind kind;
    private final AucIntervals intervals;
    private final Map<Place, Curves> computed = new HashMap<>();

    private record Place(CategorySplit split, Condition condition) {}

    /** A condition's curves, one for each seed, and the band of their mean. */
    private record Curves(List<SkillCurve> curves, List<Mark.Range> band) {}

    SkillCurves(StudyResult study, StudyInference inference, SkillCurve.Kind kind) {
        this.study = study;
        this.kind = kind;
        this.intervals = new AucIntervals(inference);
    }

    @Override
    public String title() {
        return kind.title() + ", test images";
    }

    @Override
    public Axis x(CategorySplit split) {
        return kind.x();
    }

    @Override
    public Axis y(CategorySplit split) {
        return kind.y();
    }

    @Override
    public int height(int width) {
        return Plot.square(width);
    }

    @Override
    public List<Mark> marks(CategorySplit split, Panel panel) {
        List<Mark> bands = new ArrayList<>();
        List<Mark> lines = new ArrayList<>();
        for (Condition condition : panel.shown()) {
            Curves curves = curves(split, condition);
            Ink ink = panel.ink(study.plan(), condition);
            if (!curves.band().isEmpty()) {
                bands.add(new Mark.Band(curves.band(), ink));
            }
            Stroke stroke =
                    study.plan().seeds().size() == 1 ? panel.stroke(condition) : Stroke.THIN;
            curves.curves().forEach(curve -> curve.line(ink, stroke).ifPresent(lines::add));
        }
        List<Mark> marks = new ArrayList<>(kind.noSkill(prevalences(List.of(split))));
        marks.addAll(bands);
        marks.addAll(lines);
        return marks;
    }

    @Override
    public String numbers(CategorySplit split, Condition condition) {
        String area =
                kind.area()
                        + " "
                        + MeanOutcome.of(curves(split, condition).curves(), SkillCurve::area)
                                .format(3);
        return kind != SkillCurve.Kind.ROC
                ? area
                : area
                        + intervals
                                .of(condition, split, EvaluationUnit.IMAGE)
                                .map(interval -> " (" + interval.toText(3) + ")")
                                .orElse("");
    }

    @Override
    public List<LegendEntry> legend() {
        List<Double> prevalences = prevalences(study.plan().splits());
        return List.of(kind.noSkillEntry(prevalences, "split's test images"));
    }

    private List<Double> prevalences(List<CategorySplit> splits) {
        return splits.stream()
                .flatMap(split -> curves(split, study.plan().reference()).curves().stream())
                .flatMap(curve -> curve.prevalence().value().stream())
                .distinct()
                .toList();
    }

    private Curves curves(CategorySplit split, Condition condition) {
        return computed.computeIfAbsent(new Place(split, condition), this::compute);
    }

    private Curves compute(Place place) {
        CurveBands bands = new CurveBands(study, place.split());
        return new Curves(
                study.of(place.condition()).stream()
                        .filter(cell -> cell.cell().split().equals(place.split()))
                        .map(CellResult::test)
                        .map(kind::of)
                        .toList(),
                kind == SkillCurve.Kind.ROC
                        ? bands.roc(place.condition())
                        : bands.precisionRecall(place.condition()));
    }
}
