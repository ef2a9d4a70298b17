package dev.fer4j.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** A table for docs/benchmarks.md, a row at a time. */
public final class RatioTable {

    private final List<String> lines = new ArrayList<>();
    private final int columns;

    /** With the names of its columns, the first aligned to the left and the others to the right. */
    public RatioTable(String... names) {
        columns = names.length;
        row(names);
        lines.add("|---|" + "---:|".repeat(names.length - 1));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it has another number of cells than there are columns
     */
    public void row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + columns + " columns: " + List.of(cells));
        }
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    /**
     * Adds median and range of times, and of their ratio to others.
     *
     * @param format of the times
     */
    public void row(String name, Timings times, String format, Timings ratio) {
        row(
                name,
                times.median(format),
                times.range(format),
                ratio.median("%.2f"),
                ratio.range("%.2f"));
    }

    /** All lines, each with a line break. */
    public String toText() {
        return String.join("\n", lines) + "\n";
    }
}
