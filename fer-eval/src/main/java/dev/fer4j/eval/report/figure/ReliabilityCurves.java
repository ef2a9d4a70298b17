package dev.fer4j.eval.report.figure;

import dev.fer4j.core.Label;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Condition;
import dev.fer4j.eval.calibration.ReliabilityCurve;
import dev.fer4j.eval.report.internal.MeanOutcome;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.PlotPoint;
import dev.fer4j.eval.report.plot.Stroke;
import dev.fer4j.eval.study.StudyResult;
import dev.fer4j.eval.unit.UnitMetrics;
import java.util.ArrayList;
import java.util.List;

/** Draws reliability curves: shares of positive cases by predicted probability. */
record ReliabilityCurves(StudyResult study) implements PanelContent {

    /** The line of a calibrated model. */
    static final Mark DIAGONAL =
            new Mark.Line(
                    List.of(new PlotPoint(0, 0), new PlotPoint(1, 1)), Ink.SOFT, Stroke.DOTTED);

    /** The meaning of {@link #DIAGONAL}. */
    static final LegendEntry CALIBRATED = new LegendEntry("calibrated", Ink.SOFT, Stroke.DOTTED);

    /** How to read the plot, as the end of a caption. */
    static String reading(String cases) {
        return "; the larger a dot, the more "
                + cases
                + " are in its bin. A calibrated model lies on the dotted line; below it,"
                + " predicted probabilities are too high.";
    }

    /** A curve with its bins as dots. */
    static List<Mark> marks(ReliabilityCurve curve, Ink ink) {
        List<Mark> marks = new ArrayList<>();
        List<PlotPoint> points =
                curve.bins().stream()
                        .map(bin -> new PlotPoint(bin.meanProbability(), bin.share()))
                        .toList();
        marks.add(new Mark.Line(points, ink, Stroke.THIN));
        for (int i = 0; i < points.size(); i++) {
            double share = (double) curve.bins().get(i).count() / curve.count();
            marks.add(new Mark.Dots(List.of(points.get(i)), ink, 2 + 7 * Math.sqrt(share)));
        }
        return marks;
    }

    @Override
    public String title() {
        return "Reliability, test images";
    }

    @Override
    public Axis x(CategorySplit split) {
        return Axis.ofShare("Probability of " + study.plan().labels().positive());
    }

    @Override
    public Axis y(CategorySplit split) {
        String positive = study.plan().labels().inWords(Label.POSITIVE);
        return Axis.ofShare("Share of " + positive + " images");
    }

    @Override
    public int height(int width) {
        return Plot.square(width);
    }

    @Override
    public List<Mark> marks(CategorySplit split, Panel panel) {
        List<Mark> marks = new ArrayList<>(List.of(DIAGONAL));
        for (Condition condition : panel.shown()) {
            // Every image counts once for each training.
            Predictions pooled =
                    new Predictions(
                            tests(split, condition).stream()
                                    .flatMap(test -> test.all().stream())
                                    .toList());
            ReliabilityCurve curve = ReliabilityCurve.of(pooled, UnitMetrics.BINNING);
            marks.addAll(marks(curve, panel.ink(study.plan(), condition)));
        }
        return marks;
    }

    @Override
    public String numbers(CategorySplit split, Condition condition) {
        return "ECE "
                + MeanOutcome.of(
                                tests(split, condition),
                                test ->
                                        ReliabilityCurve.of(test, UnitMetrics.BINNING)
                                                .expectedCalibrationError())
                        .format(3);
    }

    @Override
    public List<LegendEntry> legend() {
        return List.of(CALIBRATED);
    }

    private List<Predictions> tests(CategorySplit split, Condition condition) {
        return study.of(condition).stream()
                .filter(cell -> cell.cell().split().equals(split))
                .map(CellResult::test)
                .toList();
    }
}
