package dev.fer4j.eval.report.plot;

import java.util.List;

/** A surface that plots are drawn on, in units from the upper left corner, with y downwards. */
interface Canvas {

    /** The position of a text relative to its anchor point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A font: size in units and weight. */
    enum Font {
        TITLE(16, true),
        LABEL(14, false),
        TICK(13.5, false);

        private final double size;
        private final boolean bold;

        Font(double size, boolean bold) {
            this.size = size;
            this.bold = bold;
        }

        double size() {
            return size;
        }

        boolean isBold() {
            return bold;
        }
    }

    /** Clips drawing to this rectangle until {@link #unclip}. */
    void clip(double x, double y, double width, double height);

    /** Ends {@link #clip}. */
    void unclip();

    /** Draws a line, interrupted where y is NaN. */
    void line(List<PlotPoint> points, Ink ink, Stroke stroke);

    /** Fills a closed area in a light tint, with a fine edge. */
    void area(List<PlotPoint> points, Ink ink);

    /** Draws a filled circle. */
    void dot(PlotPoint at, Ink ink, double radius);

    /** Draws a line of text on a baseline, with a halo in the background colour. */
    void text(PlotPoint at, String text, Anchor anchor, Ink ink, Font font);
}
