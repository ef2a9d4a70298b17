package dev.fer4j.eval.report;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.CellResult;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.Point;
import dev.fer4j.eval.report.plot.Stroke;
import dev.fer4j.eval.study.StudyResult;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/** Draws curves of the test split, per image, in the unit square, one colour a condition. */
final class SkillCurves {

    private static final int HEIGHT = 440;

    /** Finer steps than this, in the unit square, cannot be seen. */
    private static final double RESOLUTION = 0.001;

    /**
     * One model's curve.
     *
     * @param points x and y; none if the curve is undefined
     * @param area the area that the legend prints
     */
    private record Curve(List<Point> points, Outcome area) {}

    private final StudyResult study;
    private final List<Condition> shown;
    private final Kind kind;

    /** Which curves. */
    enum Kind {
        ROC("ROC AUC", "False positive rate", "True positive rate"),
        PRECISION_RECALL("average precision", "Recall", "Precision");

        private final String area;
        private final String x;
        private final String y;

        Kind(String area, String x, String y) {
            this.area = area;
            this.x = x;
            this.y = y;
        }
    }

    /**
     * Curves of a study.
     *
     * @param shown conditions of the study
     */
    SkillCurves(StudyResult study, List<Condition> shown, Kind kind) {
        this.study = study;
        this.shown = shown;
        this.kind = kind;
    }

    /** One plot for each split. */
    List<Plot> plots() {
        return study.plan().splits().stream().map(this::plot).toList();
    }

    private Plot plot(CategorySplit split) {
        List<Mark> marks = new ArrayList<>();
        noSkill(split).forEach(marks::add);
        CurveBands bands = new CurveBands(study, split);
        for (Condition condition : shown) {
            Ink ink = ConditionInk.of(study.plan(), condition);
            List<Mark.Range> ranges =
                    kind == Kind.ROC ? bands.roc(condition) : bands.precisionRecall(condition);
            if (!ranges.isEmpty()) {
                marks.add(new Mark.Band(ranges, ink));
            }
        }
        Stroke stroke = study.plan().seeds().size() == 1 ? Stroke.SOLID : Stroke.THIN;
        for (Condition condition : shown) {
            Ink ink = ConditionInk.of(study.plan(), condition);
            for (CellResult cell : study.of(condition)) {
                Curve curve = curve(cell.test());
                if (cell.cell().split().equals(split) && !curve.points().isEmpty()) {
                    marks.add(new Mark.Line(visible(curve.points()), ink, stroke));
                }
            }
        }
        String name = kind == Kind.ROC ? "ROC curve" : "Precision-recall curve";
        String where =
                study.plan().splits().size() == 1
                        ? ", test images"
                        : ": " + SplitName.inShort(split);
        return new Plot(name + where, Axis.ofShare(kind.x), Axis.ofShare(kind.y), HEIGHT, marks);
    }

    /** One entry a condition with its area, and one for a model without skill. */
    List<LegendEntry> legend() {
        List<LegendEntry> legend = new ArrayList<>();
        for (Condition condition : shown) {
            DoubleSummaryStatistics areas = new DoubleSummaryStatistics();
            study.of(condition)
                    .forEach(cell -> curve(cell.test()).area().value().ifPresent(areas::accept));
            legend.add(
                    new LegendEntry(
                            condition.title() + ": " + label(areas),
                            ConditionInk.of(study.plan(), condition),
                            Stroke.SOLID));
        }
        String level = kind == Kind.ROC ? "ROC AUC 0.5" : "the prevalence" + prevalence();
        legend.add(new LegendEntry("no skill: " + level, Ink.SOFT, Stroke.DOTTED));
        return legend;
    }

    private Curve curve(Predictions test) {
        return kind == Kind.ROC ? rocCurve(test) : precisionRecallCurve(test);
    }

    private static Curve rocCurve(Predictions test) {
        RocCurve curve = RocCurve.of(test.positives(), test.probabilities());
        return new Curve(
                curve.points().stream()
                        .map(p -> new Point(p.falsePositiveRate(), p.truePositiveRate()))
                        .toList(),
                curve.auc());
    }

    /** In steps, so that the area below the drawn line is the average precision. */
    private static Curve precisionRecallCurve(Predictions test) {
        PrecisionRecallCurve curve =
                PrecisionRecallCurve.of(test.positives(), test.probabilities());
        List<Point> steps = new ArrayList<>();
        double recall = 0;
        for (PrecisionRecallCurve.Point point : curve.points()) {
            // Steps of no width, at recall 0 and after recall 1, have no area.
            if (point.recall() > recall) {
                steps.add(new Point(recall, point.precision()));
                steps.add(new Point(point.recall(), point.precision()));
                recall = point.recall();
            }
        }
        return new Curve(steps, curve.averagePrecision());
    }

    private String label(DoubleSummaryStatistics areas) {
        if (areas.getCount() == 0) {
            return kind.area + " undefined";
        }
        return areas.getCount() == 1
                ? String.format(Locale.ROOT, "%s %.3f", kind.area, areas.getAverage())
                : String.format(
                        Locale.ROOT,
                        "mean %s %.3f (%.3f to %.3f, %d trainings)",
                        kind.area,
                        areas.getAverage(),
                        areas.getMin(),
                        areas.getMax(),
                        areas.getCount());
    }

    private List<Mark> noSkill(CategorySplit split) {
        if (kind == Kind.ROC) {
            return List.of(level(0, 1));
        }
        return prevalences(split).stream()
                .map(prevalence -> level(prevalence, prevalence))
                .toList();
    }

    private static Mark level(double left, double right) {
        return new Mark.Line(
                List.of(new Point(0, left), new Point(1, right)), Ink.SOFT, Stroke.DOTTED);
    }

    private List<Double> prevalences(CategorySplit split) {
        return study.cells().stream()
                .filter(cell -> cell.cell().split().equals(split))
                .flatMap(cell -> prevalence(cell).value().stream())
                .distinct()
                .toList();
    }

    private String prevalence() {
        List<Double> all =
                study.plan().splits().stream()
                        .flatMap(split -> prevalences(split).stream())
                        .distinct()
                        .toList();
        return all.size() == 1
                ? ", " + Outcome.of(all.get(0)).format(3)
                : " of each split's test images";
    }

    private static Outcome prevalence(CellResult cell) {
        return PrecisionRecallCurve.of(cell.test().positives(), cell.test().probabilities())
                .prevalence();
    }

    private static List<Point> visible(List<Point> points) {
        List<Point> kept = new ArrayList<>();
        Point last = points.get(0);
        kept.add(last);
        for (Point point : points.subList(1, points.size() - 1)) {
            if (Math.abs(point.x() - last.x()) + Math.abs(point.y() - last.y()) >= RESOLUTION) {
                kept.add(point);
                last = point;
            }
        }
        kept.add(points.get(points.size() - 1));
        return kept;
    }
}
