package dev.fer4j.eval.report;

import dev.fer4j.core.CellResult;
import dev.fer4j.core.Condition;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;
import dev.fer4j.eval.study.StudyResult;
import java.awt.Color;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.knowm.xchart.XYChart;

/** Draws curves of the test split, per image, in the unit square, one colour a condition. */
final class SkillCurves {

    /** Finer steps than this, in the unit square, cannot be seen. */
    private static final double RESOLUTION = 0.0007;

    private static final int LONG_TITLE = 50;

    /**
     * One model's curve.
     *
     * @param points x and y; none if the curve is undefined
     * @param area the area that the legend prints
     */
    private record Curve(List<PlotPoint> points, Outcome area) {}

    private SkillCurves() {}

    static XYChart roc(StudyResult study, List<Condition> shown) {
        XYChart chart =
                create(
                        study,
                        shown,
                        "ROC curve, test images",
                        "False positive rate",
                        "True positive rate");
        drawAll(chart, study, shown, "ROC AUC", SkillCurves::rocCurve);
        noSkill(chart, "no skill (ROC AUC 0.5)", 0, 1);
        return chart;
    }

    static XYChart precisionRecall(StudyResult study, List<Condition> shown) {
        XYChart chart =
                create(study, shown, "Precision-recall curve, test images", "Recall", "Precision");
        drawAll(chart, study, shown, "average precision", SkillCurves::precisionRecallCurve);
        List<Double> prevalences =
                study.cells().stream()
                        .flatMap(cell -> prevalence(cell).value().stream())
                        .distinct()
                        .toList();
        for (double prevalence : prevalences) {
            noSkill(
                    chart,
                    "no skill (prevalence " + Outcome.of(prevalence).format(3) + ")",
                    prevalence,
                    prevalence);
        }
        return chart;
    }

    private static XYChart create(
            StudyResult study, List<Condition> shown, String title, String x, String y) {
        long secondLines = shown.stream().filter(c -> hasSecondLine(study, c)).count();
        int legendLines = shown.size() + 1 + (int) secondLines;
        XYChart chart = HouseChart.create(title, x, y, 560, legendLines);
        HouseChart.unitSquare(chart);
        return chart;
    }

    /** Whether a condition's title and the areas of several trainings are too long for one line. */
    private static boolean hasSecondLine(StudyResult study, Condition condition) {
        return study.of(condition).size() > 1 && condition.title().length() > LONG_TITLE;
    }

    private static Outcome prevalence(CellResult cell) {
        return PrecisionRecallCurve.of(cell.test().positives(), cell.test().probabilities())
                .prevalence();
    }

    private static Curve rocCurve(Predictions test) {
        RocCurve curve = RocCurve.of(test.positives(), test.probabilities());
        return new Curve(
                curve.points().stream()
                        .map(p -> new PlotPoint(p.falsePositiveRate(), p.truePositiveRate()))
                        .toList(),
                curve.auc());
    }

    /** In steps, so that the area below the drawn line is the average precision. */
    private static Curve precisionRecallCurve(Predictions test) {
        PrecisionRecallCurve curve =
                PrecisionRecallCurve.of(test.positives(), test.probabilities());
        List<PlotPoint> steps = new ArrayList<>();
        double recall = 0;
        for (PrecisionRecallCurve.Point point : curve.points()) {
            // Steps of no width, at recall 0 and after recall 1, have no area.
            if (point.recall() > recall) {
                steps.add(new PlotPoint(recall, point.precision()));
                steps.add(new PlotPoint(point.recall(), point.precision()));
                recall = point.recall();
            }
        }
        return new Curve(steps, curve.averagePrecision());
    }

    private static void drawAll(
            XYChart chart,
            StudyResult study,
            List<Condition> shown,
            String areaName,
            Function<Predictions, Curve> draw) {
        for (Condition condition : shown) {
            Color colour = HouseChart.colour(study.plan(), condition);
            DoubleSummaryStatistics areas = new DoubleSummaryStatistics();
            for (CellResult cell : study.of(condition)) {
                Curve curve = draw.apply(cell.test());
                curve.area().value().ifPresent(areas::accept);
                if (!curve.points().isEmpty()) {
                    HouseChart.line(
                                    chart,
                                    cell.cell().id(),
                                    visible(curve.points()),
                                    colour,
                                    Stroke.SOLID.plain())
                            .setShowInLegend(false);
                }
            }
            HouseChart.legendOnly(
                    chart,
                    condition.id(),
                    condition.title()
                            + (hasSecondLine(study, condition) ? ":\n" : ": ")
                            + label(areaName, areas),
                    colour,
                    Stroke.SOLID.plain());
        }
    }

    private static String label(String name, DoubleSummaryStatistics areas) {
        if (areas.getCount() == 0) {
            return name + " undefined";
        }
        return areas.getCount() == 1
                ? String.format(Locale.ROOT, "%s %.3f", name, areas.getAverage())
                : String.format(
                        Locale.ROOT,
                        "mean %s %.3f (%.3f to %.3f, %d trainings)",
                        name,
                        areas.getAverage(),
                        areas.getMin(),
                        areas.getMax(),
                        areas.getCount());
    }

    private static List<PlotPoint> visible(List<PlotPoint> points) {
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

    private static void noSkill(XYChart chart, String label, double left, double right) {
        List<PlotPoint> line = List.of(new PlotPoint(0, left), new PlotPoint(1, right));
        HouseChart.line(chart, label, line, HouseChart.GREY, Stroke.DOTTED.plain());
    }
}
