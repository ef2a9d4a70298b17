package dev.fer4j.eval.report.plot;

import dev.fer4j.eval.report.plot.Canvas.Anchor;
import dev.fer4j.eval.report.plot.Canvas.Font;
import java.util.ArrayList;
import java.util.List;

/** Draws a legend below plots: one line for each entry, or more for long labels. */
final class Legend {

    private static final double LINE = 22;
    private static final double SAMPLE = 30;
    private static final int CHARACTERS_IN_A_LINE = 84;

    private Legend() {}

    /** The height of the legend. */
    static double height(List<LegendEntry> entries) {
        return LINE * entries.stream().mapToInt(entry -> wrap(entry.label()).size()).sum();
    }

    /** Draws the legend with its upper left corner at a position. */
    static void paint(Canvas canvas, List<LegendEntry> entries, double x, double y) {
        double at = y;
        for (LegendEntry entry : entries) {
            sample(canvas, entry, x, at + 11);
            for (String line : wrap(entry.label())) {
                PlotPoint baseline = new PlotPoint(x + SAMPLE + 10, at + 16);
                canvas.text(baseline, line, Anchor.START, Ink.TEXT, Font.LABEL);
                at += LINE;
            }
        }
    }

    /** Draws a sample of an entry's line. */
    static void sample(Canvas canvas, LegendEntry entry, double x, double y) {
        canvas.line(
                List.of(new PlotPoint(x + 1, y), new PlotPoint(x + SAMPLE - 1, y)),
                entry.ink(),
                entry.stroke());
    }

    private static List<String> wrap(String label) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : label.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > CHARACTERS_IN_A_LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
