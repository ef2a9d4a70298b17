package dev.fer4j.eval.report.model;

import dev.fer4j.core.text.VisibleText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Formats a table for a console, aligned with spaces. */
final class ConsoleTable {

    private static final int NOTE_WIDTH = 100;
    private static final String GAP = "  ";

    private ConsoleTable() {}

    static String of(Table table) {
        List<String> headings = shown(table.columns().stream().map(Column::name).toList());
        List<List<String>> rows = table.rows().stream().map(ConsoleTable::shown).toList();
        int[] widths =
                IntStream.range(0, headings.size())
                        .map(i -> width(headings.get(i), i, rows))
                        .toArray();
        StringBuilder text = new StringBuilder();
        if (!table.title().isEmpty()) {
            text.append(VisibleText.line(table.title())).append("\n\n");
        }
        text.append(line(headings, widths, table.columns())).append('\n');
        List<String> rules = IntStream.of(widths).mapToObj(w -> "-".repeat(w)).toList();
        text.append(line(rules, widths, table.columns())).append('\n');
        for (List<String> row : rows) {
            text.append(line(row, widths, table.columns())).append('\n');
        }
        if (!table.note().isEmpty()) {
            text.append('\n').append(wrap(VisibleText.lines(table.note())));
        }
        return text.toString();
    }

    private static List<String> shown(List<String> cells) {
        return cells.stream().map(VisibleText::line).toList();
    }

    private static int width(String heading, int column, List<List<String>> rows) {
        return Math.max(
                length(heading),
                rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private static String line(List<String> cells, int[] widths, List<Column> columns) {
        return IntStream.range(0, cells.size())
                .mapToObj(
                        i -> {
                            String blanks = " ".repeat(widths[i] - length(cells.get(i)));
                            return columns.get(i).alignment() == Column.Alignment.RIGHT
                                    ? blanks + cells.get(i)
                                    : cells.get(i) + blanks;
                        })
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String wrap(String note) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : note.split(" ", -1)) {
            if (column > 0 && column + 1 + length(word) > NOTE_WIDTH) {
                text.append('\n');
                column = 0;
            }
            text.append(column == 0 ? "" : " ").append(word);
            column += (column == 0 ? 0 : 1) + length(word);
        }
        return text.append('\n').toString();
    }
}
