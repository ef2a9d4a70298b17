package dev.fer4j.eval.report.plot;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A plot: two axes and what is drawn between them. Everything else of it, margins, fonts, the grid,
 * is the same in all plots.
 *
 * @param title what is shown; not blank
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param height of the drawing between the axes, in units of which the plot is {@value #WIDTH} wide
 * @param marks in the order in which they are drawn, later ones over earlier ones
 */
public record Plot(String title, Axis x, Axis y, int height, List<Mark> marks) {

    /** Units from the left to the right, margins included. */
    public static final int WIDTH = 640;

    /** The height of a plot whose axes have one length. */
    public static final int SQUARE = 440;

    public Plot {
        checkArgument(!title.isBlank(), "a plot needs a title");
        requireNonNull(x);
        requireNonNull(y);
        checkArgument(height > 0, "plot '%s' is %s units high", title, height);
        marks = List.copyOf(marks);
    }

    /** As one SVG element, which scales with its box; the title is what screen readers say. */
    public String toSvg() {
        return SvgCanvas.draw(
                WIDTH,
                new PlotPainter(this).height(),
                title,
                canvas -> new PlotPainter(this).paint(canvas, 0, 0));
    }
}
