package dev.fer4j.eval.report.plot;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A plot: two axes and the marks drawn between them, below a title and a key. Margins, fonts and
 * the grid are the same in all plots. A unit is about a pixel of a screen.
 *
 * @param title what is shown; not blank. A long one takes several lines
 * @param key the meaning of lines, written between the title and the axes; may be empty
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param width the width in units, margins included: {@value #WIDTH}, or {@value #PANEL_WIDTH} for
 *     plots that are compared with each other
 * @param height the height of the area between the axes, in units
 * @param marks in drawing order, later ones over earlier ones
 */
public record Plot(
        String title,
        List<LegendEntry> key,
        Axis x,
        Axis y,
        int width,
        int height,
        List<Mark> marks) {

    /** The width of a plot that is read on its own. */
    public static final int WIDTH = 440;

    /** The width of one of several plots that are compared with each other, three in a row. */
    public static final int PANEL_WIDTH = 340;

    private static final int NARROWEST = 100;

    public Plot {
        checkArgument(!title.isBlank(), "a plot needs a title");
        key = List.copyOf(key);
        requireNonNull(x);
        requireNonNull(y);
        checkArgument(width >= NARROWEST, "plot '%s' is %s units wide", title, width);
        checkArgument(height > 0, "plot '%s' is %s units high", title, height);
        marks = List.copyOf(marks);
    }

    /** The height at which two axes over shares are equally long. */
    public static int square(int width) {
        return width - PlotPainter.BESIDE_SHARES;
    }

    /** Whether this is one of several plots that are compared with each other. */
    public boolean isPanel() {
        return width <= PANEL_WIDTH;
    }

    /**
     * The plot as one SVG element, which scales with its container; screen readers read its title.
     */
    public String toSvg() {
        return SvgCanvas.draw(
                width,
                new PlotPainter(this).height(),
                title,
                canvas -> new PlotPainter(this).paint(canvas, 0, 0));
    }
}
