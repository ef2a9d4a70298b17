package dev.fer4j.eval.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into dashes. XChart strokes each segment of a line on its own and begins the dash
 * pattern anew with each, so a line through many close points would come out solid.
 */
final class Dashes {

    private static final double DASH = 7;
    private static final double GAP = 5;

    private final double xScale;
    private final double yScale;
    private final List<PlotPoint> cut = new ArrayList<>();
    private boolean inDash = true;
    private double left = DASH;

    private Dashes(double xScale, double yScale) {
        this.xScale = xScale;
        this.yScale = yScale;
    }

    /**
     * Cuts.
     *
     * @param line its points, at least one
     * @param xScale pixels in a unit of x, roughly
     * @param yScale pixels in a unit of y, roughly
     * @return the dashes' points, an interruption between any two dashes
     */
    static List<PlotPoint> cut(List<PlotPoint> line, double xScale, double yScale) {
        Dashes dashes = new Dashes(xScale, yScale);
        dashes.cut.add(line.get(0));
        for (int i = 1; i < line.size(); i++) {
            dashes.walk(line.get(i - 1), line.get(i));
        }
        return List.copyOf(dashes.cut);
    }

    private void walk(PlotPoint from, PlotPoint to) {
        if (Double.isNaN(from.y()) || Double.isNaN(to.y())) {
            cut.add(to);
            return;
        }
        double width = to.x() - from.x();
        double height = to.y() - from.y();
        double length = Math.hypot(width * xScale, height * yScale);
        double walked = 0;
        while (length - walked > left) {
            walked += left;
            double share = walked / length;
            PlotPoint end = new PlotPoint(from.x() + share * width, from.y() + share * height);
            cut.add(end);
            if (inDash) {
                cut.add(new PlotPoint(end.x(), Double.NaN));
            }
            inDash = !inDash;
            left = inDash ? DASH : GAP;
        }
        left -= length - walked;
        if (inDash) {
            cut.add(to);
        }
    }
}
