package dev.fer4j.eval.report.plot;

import com.google.common.collect.Lists;
import dev.fer4j.eval.report.plot.Canvas.Anchor;
import dev.fer4j.eval.report.plot.Canvas.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws one plot: title, key, axes, grid, marks. */
final class PlotPainter {

    /** The room beside the axes where the ticks are those of shares, {@code 0.2} to {@code 1.0}. */
    static final int BESIDE_SHARES = 53;

    private static final double RIGHT = 14;
    private static final double TITLE = 21;
    private static final double TITLE_CHARACTER = 10;
    private static final double Y_TITLE = 24;
    private static final double TICKS = 24;
    private static final double X_TITLE = 22;
    private static final double TICK_CHARACTER = 8.2;
    private static final double BARE = 8;
    private static final double BELOW_KEY = 5;

    private final Plot plot;
    private final List<String> title;
    private final double left;
    private final double top;
    private double originX;
    private double originY;

    PlotPainter(Plot plot) {
        this.plot = plot;
        int longest =
                plot.y().ticks().stream().mapToInt(tick -> tick.label().length()).max().orElse(0);
        this.left = longest == 0 ? BARE : 14 + longest * TICK_CHARACTER;
        this.title = Legend.wrap(plot.title(), (int) (plot.width() / TITLE_CHARACTER));
        this.top =
                3
                        + TITLE * title.size()
                        + (plot.key().isEmpty()
                                ? 0
                                : Legend.height(plot.key(), plot.width()) + BELOW_KEY)
                        + (plot.y().title().isEmpty() ? 6 : Y_TITLE);
    }

    /** The height including title and axes. */
    double height() {
        return top
                + plot.height()
                + (plot.x().ticks().isEmpty() ? BARE : TICKS)
                + (plot.x().title().isEmpty() ? 0 : X_TITLE);
    }

    /** Draws the plot with its upper left corner at a position. */
    void paint(Canvas canvas, double x, double y) {
        originX = x;
        originY = y;
        for (int line = 0; line < title.size(); line++) {
            PlotPoint baseline = at(0, 16 + TITLE * line);
            canvas.text(baseline, title.get(line), Anchor.START, Ink.TEXT, Font.TITLE);
        }
        Legend.paint(canvas, plot.key(), at(0, TITLE * title.size() + 2), plot.width());
        paintAxes(canvas);
        canvas.clip(x + left, y + top, width(), plot.height());
        plot.marks().stream()
                .filter(mark -> !(mark instanceof Mark.Words))
                .forEach(mark -> paint(canvas, mark));
        canvas.unclip();
        plot.marks().stream()
                .filter(Mark.Words.class::isInstance)
                .forEach(mark -> paint(canvas, mark));
    }

    private double width() {
        return plot.width() - left - RIGHT;
    }

    private PlotPoint at(double x, double y) {
        return new PlotPoint(originX + x, originY + y);
    }

    private PlotPoint place(PlotPoint point) {
        return at(
                left + width() * plot.x().share(point.x()),
                top + plot.height() * (1 - plot.y().share(point.y())));
    }

    private List<PlotPoint> places(List<PlotPoint> points) {
        return points.stream().map(this::place).toList();
    }

    private void paintAxes(Canvas canvas) {
        double bottom = top + plot.height();
        for (Axis.Tick tick : plot.y().ticks()) {
            PlotPoint end = place(new PlotPoint(plot.x().to(), tick.at()));
            PlotPoint start = new PlotPoint(originX + left, end.y());
            canvas.line(List.of(start, end), Ink.GRID, Stroke.HAIR);
            PlotPoint beside = new PlotPoint(start.x() - 8, start.y() + 4.7);
            canvas.text(beside, tick.label(), Anchor.END, Ink.SOFT, Font.TICK);
        }
        for (Axis.Tick tick : plot.x().ticks()) {
            PlotPoint end = place(new PlotPoint(tick.at(), plot.y().to()));
            PlotPoint start = new PlotPoint(end.x(), originY + bottom);
            canvas.line(List.of(start, end), Ink.GRID, Stroke.HAIR);
            PlotPoint below = new PlotPoint(start.x(), start.y() + 18);
            canvas.text(below, tick.label(), Anchor.MIDDLE, Ink.SOFT, Font.TICK);
        }
        canvas.line(List.of(at(left, bottom), at(left + width(), bottom)), Ink.SOFT, Stroke.HAIR);
        if (!plot.y().title().isEmpty()) {
            // Horizontal, above its axis, for readability.
            PlotPoint above = at(0, top - 10);
            canvas.text(above, plot.y().title(), Anchor.START, Ink.SOFT, Font.LABEL);
        }
        if (!plot.x().title().isEmpty()) {
            PlotPoint below = at(left + width(), bottom + TICKS + 15);
            canvas.text(below, plot.x().title(), Anchor.END, Ink.SOFT, Font.LABEL);
        }
    }

    private void paint(Canvas canvas, Mark mark) {
        if (mark instanceof Mark.Line line) {
            canvas.line(places(line.points()), line.ink(), line.stroke());
        } else if (mark instanceof Mark.Band band) {
            canvas.area(outline(band), band.ink());
        } else if (mark instanceof Mark.Dots dots) {
            places(dots.points()).forEach(at -> canvas.dot(at, dots.ink(), dots.radius()));
        } else if (mark instanceof Mark.Words words) {
            PlotPoint at = place(words.at());
            boolean right = words.side() == Mark.Words.Side.RIGHT;
            Anchor anchor = right ? Anchor.START : Anchor.END;
            PlotPoint above = new PlotPoint(at.x(), at.y() - 6);
            canvas.text(above, words.text(), anchor, words.ink(), Font.LABEL);
        }
    }

    private List<PlotPoint> outline(Mark.Band band) {
        List<PlotPoint> outline = new ArrayList<>(edge(band, Mark.Range::high));
        outline.addAll(Lists.reverse(edge(band, Mark.Range::low)));
        return outline;
    }

    private List<PlotPoint> edge(Mark.Band band, ToDoubleFunction<Mark.Range> height) {
        return band.ranges().stream()
                .map(range -> place(new PlotPoint(range.x(), height.applyAsDouble(range))))
                .toList();
    }
}
