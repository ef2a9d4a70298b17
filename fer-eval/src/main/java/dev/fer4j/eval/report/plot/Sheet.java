package dev.fer4j.eval.report.plot;

import static com.google.common.base.Preconditions.checkArgument;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Plots side by side, two in a row, with a legend below: the content of a figure's file.
 *
 * @param title the text for screen readers; not blank
 * @param plots at least one
 * @param legend may be empty
 */
public record Sheet(String title, List<Plot> plots, List<LegendEntry> legend) {

    private static final double MARGIN = 16;
    private static final double GAP = 28;

    public Sheet {
        checkArgument(!title.isBlank(), "a sheet needs a title");
        plots = List.copyOf(plots);
        legend = List.copyOf(legend);
        checkArgument(!plots.isEmpty(), "sheet '%s' has no plot", title);
    }

    /** The sheet as one SVG element on white. */
    public String toSvg() {
        return SvgCanvas.drawAlone(width(), height(), title, this::paint);
    }

    /** The sheet as an 8-bit RGB image on white, two pixels per unit. */
    public BufferedImage toImage() {
        return RasterCanvas.draw(width(), height(), this::paint);
    }

    private int columns() {
        return Math.min(2, plots.size());
    }

    private double width() {
        return 2 * MARGIN + columns() * Plot.WIDTH + (columns() - 1) * GAP;
    }

    private double height() {
        double rows = 0;
        for (int first = 0; first < plots.size(); first += columns()) {
            rows += rowHeight(first) + GAP;
        }
        return 2 * MARGIN + rows - GAP + (legend.isEmpty() ? 0 : GAP / 2 + Legend.height(legend));
    }

    private double rowHeight(int first) {
        return plots.subList(first, Math.min(plots.size(), first + columns())).stream()
                .mapToDouble(plot -> new PlotPainter(plot).height())
                .max()
                .orElseThrow();
    }

    private void paint(Canvas canvas) {
        double y = MARGIN;
        for (int i = 0; i < plots.size(); i++) {
            int column = i % columns();
            double x = MARGIN + column * (Plot.WIDTH + GAP);
            new PlotPainter(plots.get(i)).paint(canvas, x, y);
            if (column == columns() - 1 || i == plots.size() - 1) {
                y += rowHeight(i - column) + GAP;
            }
        }
        Legend.paint(canvas, legend, MARGIN, y - GAP / 2);
    }
}
