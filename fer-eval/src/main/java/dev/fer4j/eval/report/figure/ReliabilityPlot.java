package dev.fer4j.eval.report.figure;

import dev.fer4j.eval.calibration.ReliabilityCurve;
import dev.fer4j.eval.report.plot.Axis;
import dev.fer4j.eval.report.plot.Ink;
import dev.fer4j.eval.report.plot.LegendEntry;
import dev.fer4j.eval.report.plot.Mark;
import dev.fer4j.eval.report.plot.Plot;
import dev.fer4j.eval.report.plot.PlotPoint;
import dev.fer4j.eval.report.plot.Stroke;
import java.util.ArrayList;
import java.util.List;

/** Draws reliability curves: shares of positive cases by predicted probability. */
public final class ReliabilityPlot {

    /** The meaning of the dotted line. */
    public static final LegendEntry CALIBRATED =
            new LegendEntry("calibrated", Ink.SOFT, Stroke.DOTTED);

    private final List<Mark> marks = new ArrayList<>();

    /** How to read the plot, as the end of a caption. */
    public static String reading(String cases) {
        return "; the larger a dot, the more "
                + cases
                + " are in its bin. A calibrated model lies on the dotted line; below it,"
                + " predicted probabilities are too high.";
    }

    public ReliabilityPlot() {
        marks.add(
                new Mark.Line(
                        List.of(new PlotPoint(0, 0), new PlotPoint(1, 1)),
                        Ink.SOFT,
                        Stroke.DOTTED));
    }

    public void add(ReliabilityCurve curve, Ink ink) {
        List<PlotPoint> points =
                curve.bins().stream()
                        .map(bin -> new PlotPoint(bin.meanProbability(), bin.share()))
                        .toList();
        marks.add(new Mark.Line(points, ink, Stroke.THIN));
        for (ReliabilityCurve.Bin bin : curve.bins()) {
            double radius = 2.5 + 9 * Math.sqrt((double) bin.count() / curve.count());
            marks.add(
                    new Mark.Dots(
                            List.of(new PlotPoint(bin.meanProbability(), bin.share())),
                            ink,
                            radius));
        }
    }

    public Plot plot(String title, String x, String y) {
        return new Plot(title, Axis.ofShare(x), Axis.ofShare(y), Plot.SQUARE, marks);
    }
}
