package dev.fer4j.eval.report;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.html.HtmlEscapers;
import java.util.List;

/**
 * A table of texts that can be printed on a console, written as CSV, or put into an HTML page.
 *
 * @param title may be empty
 * @param columns at least one
 * @param rows each with one text for each column
 * @param note what has to be known to read the table; may be empty
 */
public record Table(String title, List<Column> columns, List<List<String>> rows, String note) {

    /** Checks that every row fits. */
    public Table {
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

    /** For a console: aligned with blanks, without boxes, the note wrapped below. */
    public String toText() {
        return ConsoleTable.of(this);
    }

    /**
     * As CSV (RFC 4180, with line feeds): headings and rows, without title and note. A cell with a
     * comma, quotation mark or line break is quoted.
     */
    public String toCsv() {
        StringBuilder csv = new StringBuilder();
        appendCsv(csv, columns.stream().map(Column::name).toList());
        rows.forEach(row -> appendCsv(csv, row));
        return csv.toString();
    }

    private static void appendCsv(StringBuilder csv, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean quoted = cell.chars().anyMatch(c -> ",\"\n\r".indexOf(c) >= 0);
            csv.append(i == 0 ? "" : ",")
                    .append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        csv.append('\n');
    }

    /** As an HTML fragment in a box that scrolls sideways if it must; all text is escaped. */
    public String toHtml() {
        StringBuilder html = new StringBuilder();
        String label = "";
        if (!title.isEmpty()) {
            html.append("<h3>").append(escape(title)).append("</h3>\n");
            label = " role=\"region\" aria-label=\"" + escape(title) + '"';
        }
        html.append("<div class=\"table\" tabindex=\"0\"").append(label).append("><table>\n");
        html.append("<thead>");
        appendHtml(html, "th scope=\"col\"", "th", columns.stream().map(Column::name).toList());
        html.append("</thead>\n<tbody>\n");
        rows.forEach(row -> appendHtml(html, "td", "td", row));
        html.append("</tbody>\n</table></div>\n");
        if (!note.isEmpty()) {
            html.append("<p class=\"note\">").append(escape(note)).append("</p>\n");
        }
        return html.toString();
    }

    private void appendHtml(StringBuilder html, String open, String close, List<String> cells) {
        html.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            boolean right = columns.get(i).alignment() == Column.Alignment.RIGHT;
            html.append('<').append(open).append(right ? " class=\"right\">" : ">");
            html.append(escape(cells.get(i))).append("</").append(close).append('>');
        }
        html.append("</tr>\n");
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
