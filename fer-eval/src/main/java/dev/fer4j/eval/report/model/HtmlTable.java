package dev.fer4j.eval.report.model;

import java.util.List;

/** Writes a table as HTML. */
final class HtmlTable {

    private final Html html = new Html();
    private final Table table;

    private HtmlTable(Table table) {
        this.table = table;
    }

    static String of(Table table) {
        return new HtmlTable(table).write();
    }

    private String write() {
        html.raw("<div class=\"block\">\n");
        if (!table.title().isEmpty()) {
            html.element("h3", table.title());
        }
        html.raw("<div class=\"table\" tabindex=\"0\"");
        if (!table.title().isEmpty()) {
            html.raw(" role=\"region\" aria-label=\"").text(table.title()).raw("\"");
        }
        html.raw("><table>\n<thead>");
        row("th scope=\"col\"", "th", table.columns().stream().map(Column::name).toList());
        html.raw("</thead>\n<tbody>\n");
        table.rows().forEach(cells -> row("td", "td", cells));
        html.raw("</tbody>\n</table></div>\n");
        if (!table.note().isEmpty()) {
            html.raw("<p class=\"note\">").text(table.note()).raw("</p>\n");
        }
        return html.raw("</div>\n").toString();
    }

    private void row(String open, String close, List<String> cells) {
        html.raw("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String style =
                    switch (table.columns().get(i).alignment()) {
                        case LEFT -> ">";
                        case LEFT_UNBROKEN -> " class=\"name\">";
                        case RIGHT -> " class=\"right\">";
                    };
            html.raw("<" + open).raw(style).text(cells.get(i)).raw("</" + close + ">");
        }
        html.raw("</tr>\n");
    }
}
