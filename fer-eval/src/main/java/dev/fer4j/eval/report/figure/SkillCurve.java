package dev.fer4j.eval.report.figure;

import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.PlotPoint;
import dev.fer4j.eval.report.plot.Stroke;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A curve in the unit square, ready to be drawn.
 *
 * @param points x and y; empty if the curve is undefined
 * @param area the area shown in the legend
 * @param prevalence the height of the precision-recall curve of a no-skill model
 */
record SkillCurve(List<PlotPoint> points, Outcome area, Outcome prevalence) {

    /** Steps smaller than this, in the unit square, are invisible: about a pixel. */
    private static final double RESOLUTION = 0.003;

    /** The kind of curve. */
    enum Kind {
        ROC("ROC curve", "ROC AUC", "False positive rate", "True positive rate"),
        PRECISION_RECALL("Precision-recall curve", "average precision", "Recall", "Precision");

        private final String title;
        private final String area;
        private final String x;
        private final String y;

        Kind(String title, String area, String x, String y) {
            this.title = title;
            this.area = area;
            this.x = x;
            this.y = y;
        }

        SkillCurve of(Predictions cases) {
            return this == ROC
                    ? SkillCurve.of(RocCurve.of(cases.positives(), cases.probabilities()))
                    : SkillCurve.of(
                            PrecisionRecallCurve.of(cases.positives(), cases.probabilities()));
        }

        String title() {
            return title;
        }

        /** The name of the area under the curve. */
        String area() {
            return area;
        }

        Axis x() {
            return Axis.ofShare(x);
        }

        Axis y() {
            return Axis.ofShare(y);
        }

        /** The lines of no-skill models, among cases of these prevalences. */
        List<Mark> noSkill(Collection<Double> prevalences) {
            return this == ROC
                    ? List.of(noSkill(0, 1))
                    : prevalences.stream().map(share -> noSkill(share, share)).toList();
        }

        private static Mark noSkill(double left, double right) {
            return new Mark.Line(
                    List.of(new PlotPoint(0, left), new PlotPoint(1, right)),
                    Ink.SOFT,
                    Stroke.DOTTED);
        }

        /**
         * The meaning of the dotted lines.
         *
         * @param of which cases the prevalences belong to, if they differ
         */
        LegendEntry noSkillEntry(Collection<Double> prevalences, String of) {
            String level =
                    this == ROC
                            ? "ROC AUC 0.5"
                            : "the prevalence"
                                    + (prevalences.size() == 1
                                            ? ", "
                                                    + Outcome.of(prevalences.iterator().next())
                                                            .format(3)
                                            : " of each " + of);
            return new LegendEntry("no skill: " + level, Ink.SOFT, Stroke.DOTTED);
        }
    }

    static SkillCurve of(RocCurve curve) {
        return new SkillCurve(
                curve.points().stream()
                        .map(p -> new PlotPoint(p.falsePositiveRate(), p.truePositiveRate()))
                        .toList(),
                curve.auc(),
                curve.precisionRecall().prevalence());
    }

    /** A step curve, so that the area under the drawn line is the average precision. */
    static SkillCurve of(PrecisionRecallCurve curve) {
        List<PlotPoint> steps = new ArrayList<>();
        double recall = 0;
        for (PrecisionRecallCurve.Point point : curve.points()) {
            // Steps of zero width, at recall 0 and after recall 1, have no area.
            if (point.recall() > recall) {
                steps.add(new PlotPoint(recall, point.precision()));
                steps.add(new PlotPoint(point.recall(), point.precision()));
                recall = point.recall();
            }
        }
        return new SkillCurve(steps, curve.averagePrecision(), curve.prevalence());
    }

    /** The curve's line; empty if the curve is undefined. */
    Optional<Mark> line(Ink ink, Stroke stroke) {
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mark.Line(visible(), ink, stroke));
    }

    private List<PlotPoint> visible() {
        List<PlotPoint> kept = new ArrayList<>();
        PlotPoint last = points.get(0);
        kept.add(last);
        for (PlotPoint point : points.subList(1, points.size() - 1)) {
            if (Math.abs(point.x() - last.x()) + Math.abs(point.y() - last.y()) >= RESOLUTION) {
                kept.add(point);
                last = point;
            }
        }
        kept.add(points.get(points.size() - 1));
        return kept;
    }
}
