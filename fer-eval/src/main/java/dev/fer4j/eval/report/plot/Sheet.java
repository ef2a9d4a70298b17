package dev.fer4j.eval.report.plot;

import static com.google.common.base.Preconditions.checkArgument;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Plots side by side with a legend below: the content of a figure's file. Panels stand three in a
 * row, wider plots two, upon the same line, so that their axes can be compared.
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
        return Math.min(plots.stream().allMatch(Plot::isPanel) ? 3 : 2, plots.size());
    }

    private double plotWidth() {
        return plots.stream().mapToInt(Plot::width).max().orElseThrow();
    }

    private double width() {
        return 2 * MARGIN + columns() * plotWidth() + (columns() - 1) * GAP;
    }

    private double height() {
        double rows = 0;
        for (int first = 0; first < plots.size(); first += columns()) {
            rows += rowHeight(first) + GAP;
        }
        return 2 * MARGIN + rows - GAP + (legend.isEmpty() ? 0 : GAP / 2 + legendHeight());
    }

    private double legendHeight() {
        return Legend.height(legend, width() - 2 * MARGIN);
    }

    private double rowHeight(int first) {
        return plots.subList(first, Math.min(plots.size(), first + columns())).stream()
                .mapToDouble(plot -> new PlotPainter(plot).height())
                .max()
                .orElseThrow();
    }

    private void paint(Canvas canvas) {
        double bottom = MARGIN - GAP;
        for (int i = 0; i < plots.size(); i++) {
            int column = i % columns();
            if (column == 0) {
                bottom += GAP + rowHeight(i);
            }
            PlotPainter plot = new PlotPainter(plots.get(i));
            double x = MARGIN + column * (plotWidth() + GAP);
            plot.paint(canvas, x, bottom - plot.height());
        }
        PlotPoint corner = new PlotPoint(MARGIN, bottom + GAP / 2);
        Legend.paint(canvas, legend, corner, width() - 2 * MARGIN);
    }
}
