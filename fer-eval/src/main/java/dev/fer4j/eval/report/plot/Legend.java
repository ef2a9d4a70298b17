package dev.fer4j.eval.report.plot;

import dev.fer4j.eval.report.plot.Canvas.Anchor;
import dev.fer4j.eval.report.plot.Canvas.Font;
import java.util.ArrayList;
import java.util.List;

/** Draws the entries of a legend: one line for each, or more for long labels. */
final class Legend {

    private static final double LINE = 20;
    static final double SAMPLE = 24;
    private static final double INDENT = SAMPLE + 6;
    private static final double CHARACTER = 7.6;

    private Legend() {}

    /** The height of entries in a given width. */
    static double height(List<LegendEntry> entries, double width) {
        return LINE * entries.stream().mapToInt(entry -> lines(entry, width).size()).sum();
    }

    /** Draws entries below each other, from an upper left corner. */
    static void paint(Canvas canvas, List<LegendEntry> entries, PlotPoint corner, double width) {
        double at = corner.y();
        for (LegendEntry entry : entries) {
            sample(canvas, entry, corner.x(), at + 11);
            for (String line : lines(entry, width)) {
                PlotPoint baseline = new PlotPoint(corner.x() + INDENT, at + 16);
                canvas.text(baseline, line, Anchor.START, Ink.TEXT, Font.LABEL);
                at += LINE;
            }
        }
    }

    private static List<String> lines(LegendEntry entry, double width) {
        return wrap(entry.label(), (int) ((width - INDENT) / CHARACTER));
    }

    /** Draws a sample of an entry's line. */
    static void sample(Canvas canvas, LegendEntry entry, double x, double y) {
        canvas.line(
                List.of(new PlotPoint(x + 1, y), new PlotPoint(x + SAMPLE - 1, y)),
                entry.ink(),
                entry.stroke());
    }

    /** Breaks a text between words into lines of so many characters, if its words allow. */
    static List<String> wrap(String label, int characters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : label.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > characters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
