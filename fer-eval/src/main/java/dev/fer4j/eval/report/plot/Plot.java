package dev.fer4j.eval.report.plot;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A plot: two axes and the marks drawn between them. Margins, fonts and the grid are the same in
 * all plots.
 *
 * @param title what is shown; not blank
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param height the height of the area between the axes, in units of which the plot is {@value
 *     #WIDTH} wide
 * @param marks in drawing order, later ones over earlier ones
 */
public record Plot(String title, Axis x, Axis y, int height, List<Mark> marks) {

    /** The width of a plot in units, including margins. */
    public static final int WIDTH = 640;

    /** The height of a plot whose axes have equal length. */
    public static final int SQUARE = 440;

    public Plot {
        checkArgument(!title.isBlank(), "a plot needs a title");
        requireNonNull(x);
        requireNonNull(y);
        checkArgument(height > 0, "plot '%s' is %s units high", title, height);
        marks = List.copyOf(marks);
    }

    /**
     * The plot as one SVG element, which scales with its container; screen readers read its title.
     */
    public String toSvg() {
        return SvgCanvas.draw(
                WIDTH,
                new PlotPainter(this).height(),
                title,
                canvas -> new PlotPainter(this).paint(canvas, 0, 0));
    }
}
