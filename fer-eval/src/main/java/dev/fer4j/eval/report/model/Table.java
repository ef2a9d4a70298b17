package dev.fer4j.eval.report.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.io.CsvRows;
import dev.fer4j.core.text.VisibleText;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of texts that can be printed on a console, written as CSV, or embedded in a web page or a
 * Markdown file.
 *
 * @param title may be empty
 * @param columns at least one
 * @param rows the rows, each with one text per column
 * @param note what readers need to know to interpret the table; may be empty
 */
public record Table(String title, List<Column> columns, List<List<String>> rows, String note) {

    public Table {
        requireNonNull(title);
        requireNonNull(note);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        checkArgument(!columns.isEmpty(), "table '%s' has no columns", title);
        for (List<String> row : rows) {
            checkArgument(
                    row.size() == columns.size(),
                    "table '%s' has %s columns, its row %s has %s cells",
                    title,
                    columns.size(),
                    row,
                    row.size());
        }
    }

    /**
     * The table for a console: aligned with spaces, without boxes, with the note wrapped below.
     * Characters that act on a terminal are {@linkplain VisibleText shown}.
     */
    public String toText() {
        return ConsoleTable.of(this);
    }

    /**
     * The table as CSV (RFC 4180, with line feeds): headings and rows, without title and note. A
     * cell with a comma, quotation mark or line break is quoted.
     *
     * <p>Cells that spreadsheets would run as formulas are prefixed with an apostrophe, as {@link
     * CsvRows} describes, and control characters other than line breaks and tabs are {@linkplain
     * VisibleText shown}. JSON has all texts unchanged.
     */
    public String toCsv() {
        return CsvRows.text(
                shown(columns.stream().map(Column::name)),
                rows.stream().map(row -> shown(row.stream())));
    }

    private static List<String> shown(Stream<String> cells) {
        return cells.map(VisibleText::lines).toList();
    }

    /**
     * The table as an HTML fragment in a box that scrolls horizontally if necessary; all text is
     * escaped.
     */
    public String toHtml() {
        return HtmlTable.of(this);
    }

    /** The table in GitHub's Markdown with title and note; all text is escaped. */
    public String toMarkdown() {
        return MarkdownTable.of(this);
    }
}
