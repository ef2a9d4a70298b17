package dev.fer4j.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** A table for docs/benchmarks.md, built row by row. */
public final class RatioTable {

    private final List<String> lines = new ArrayList<>();
    private final int columns;

    /** Creates a table with these columns, the first aligned left and the others right. */
    public RatioTable(String... names) {
        columns = names.length;
        row(names);
        lines.add("|---|" + "---:|".repeat(names.length - 1));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if the number of cells differs from the number of columns
     */
    public void row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + columns + " columns: " + List.of(cells));
        }
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    /**
     * Adds a row with the median and range of times and of their ratio to other times.
     *
     * @param format format of the times
     */
    public void row(String name, Timings times, String format, Timings ratio) {
        row(
                name,
                times.median(format),
                times.range(format),
                ratio.median("%.2f"),
                ratio.range("%.2f"));
    }

    /** Returns all lines, each terminated by a line break. */
    public String toText() {
        return String.join("\n", lines) + "\n";
    }
}
