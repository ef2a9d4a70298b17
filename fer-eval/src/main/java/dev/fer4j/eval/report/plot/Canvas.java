package dev.fer4j.eval.report.plot;

import java.util.List;

/** What plots are drawn on, in units from the upper left corner, y downwards. */
interface Canvas {

    /** Where a text stands beside its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** A font: size in units and weight. */
    enum Font {
        TITLE(17, true),
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

    /** What is drawn until {@link #unclip} is cut off at this rectangle. */
    void clip(double x, double y, double width, double height);

    /** Ends {@link #clip}. */
    void unclip();

    /** A line; a y of NaN interrupts it. */
    void line(List<PlotPoint> points, Ink ink, Stroke stroke);

    /** A closed area in a light tint. */
    void area(List<PlotPoint> points, Ink ink);

    /** A filled circle. */
    void dot(PlotPoint at, Ink ink, double radius);

    /** A line of text on a baseline, with the paper showing through around it. */
    void text(PlotPoint at, String text, Anchor anchor, Ink ink, Font font);
}
