package dev.fer4j.eval.report.model;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a table as Markdown. */
final class MarkdownTable {

    private MarkdownTable() {}

    static String of(Table table) {
        StringBuilder text = new StringBuilder();
        if (!table.title().isEmpty()) {
            text.append("**").append(MarkdownText.of(table.title())).append("**\n\n");
        }
        text.append(row(table.columns().stream().map(Column::name).toList()));
        text.append(
                table.columns().stream()
                        .map(c -> c.alignment() == Column.Alignment.RIGHT ? "---:" : "---")
                        .collect(Collectors.joining(" | ", "| ", " |\n")));
        table.rows().forEach(cells -> text.append(row(cells)));
        if (!table.note().isEmpty()) {
            text.append('\n').append(MarkdownText.of(table.note())).append('\n');
        }
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(MarkdownText::of)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
