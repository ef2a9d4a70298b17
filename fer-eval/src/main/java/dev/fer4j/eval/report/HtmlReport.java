package dev.fer4j.eval.report;

import com.google.common.html.HtmlEscapers;
import com.google.common.io.Resources;
import dev.fer4j.core.io.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a report as one HTML file that needs nothing else: style and figures stand inside it, and
 * its content security policy forbids every request. It follows the reader's light or dark colour
 * scheme, prints, and fits a phone: tables and figures that are too wide scroll in their own boxes.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * Writes the file.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Report report) throws IOException {
        WholeFile.writeString(file, html(report));
    }

    private static String html(Report report) throws IOException {
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src"
                                + " 'none';")
                .append(" style-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width,")
                .append(" initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
                .append(escape(report.title()))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(escape(report.title()))
                .append("</h1>\n");
        if (!report.subtitle().isEmpty()) {
            html.append("<p class=\"subtitle\">")
                    .append(escape(report.subtitle()))
                    .append("</p>\n");
        }
        html.append("</header>\n");
        appendContents(html, report.sections());
        html.append("<main>\n");
        for (int i = 0; i < report.sections().size(); i++) {
            appendSection(html, "section-" + (i + 1), report.sections().get(i));
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String style() throws IOException {
        return Resources.toString(
                Resources.getResource(HtmlReport.class, "report.css"), StandardCharsets.UTF_8);
    }

    private static void appendContents(StringBuilder html, List<Section> sections) {
        if (sections.size() < 2) {
            return;
        }
        html.append("<nav aria-label=\"Contents\">\n<ol>\n");
        for (int i = 0; i < sections.size(); i++) {
            html.append("<li><a href=\"#section-")
                    .append(i + 1)
                    .append("\">")
                    .append(escape(sections.get(i).title()))
                    .append("</a></li>\n");
        }
        html.append("</ol>\n</nav>\n");
    }

    private static void appendSection(StringBuilder html, String id, Section section) {
        html.append("<section id=\"")
                .append(id)
                .append("\">\n<h2>")
                .append(escape(section.title()))
                .append("</h2>\n");
        section.blocks().forEach(block -> appendBlock(html, block));
        html.append("</section>\n");
    }

    private static void appendBlock(StringBuilder html, Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            html.append("<p>").append(escape(paragraph.text())).append("</p>\n");
        } else if (block instanceof Block.Warning warning) {
            html.append("<p class=\"warning\" role=\"note\"><strong>Warning.</strong> ")
                    .append(escape(warning.text()))
                    .append("</p>\n");
        } else if (block instanceof Block.TableBlock table) {
            html.append(table.table().toHtml());
        } else if (block instanceof Block.FigureBlock figure) {
            html.append("<figure>\n<div class=\"plate\" tabindex=\"0\">\n")
                    .append(figure.figure().svg())
                    .append("</div>\n<figcaption>")
                    .append(escape(figure.figure().caption()))
                    .append("</figcaption>\n</figure>\n");
        }
    }

    private static String escape(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }
}
