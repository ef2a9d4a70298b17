package dev.fer4j.eval.report.format;

import com.google.common.io.Resources;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.eval.report.model.Block;
import dev.fer4j.eval.report.model.Html;
import dev.fer4j.eval.report.model.Report;
import dev.fer4j.eval.report.model.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a report as one self-contained HTML file: style and figures are inline, and its content
 * security policy forbids every request; only pictures added by the caller are allowed, embedded as
 * data. It follows the reader's light or dark colour scheme, prints well, and fits phones: tables
 * and figures that are too wide scroll in their own boxes.
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
        Html html = new Html();
        writeHead(html, report);
        html.raw("<body>\n<header>\n").element("h1", report.title());
        if (!report.subtitle().isEmpty()) {
            html.raw("<p class=\"subtitle\">").text(report.subtitle()).raw("</p>\n");
        }
        html.raw("</header>\n");
        html.raw("<main>\n");
        for (int i = 0; i < report.sections().size(); i++) {
            Section section = report.sections().get(i);
            html.raw("<section id=\"section-" + (i + 1) + "\">\n").element("h2", section.title());
            HtmlBlocks blocks = new HtmlBlocks(html);
            section.blocks().forEach(block -> block.writeTo(blocks));
            html.raw("</section>\n");
            if (i == 0) {
                // After the first section: a phone's screen begins with the findings.
                writeContents(html, report.sections());
            }
        }
        return html.raw("</main>\n</body>\n</html>\n").toString();
    }

    private static void writeHead(Html html, Report report) throws IOException {
        String images = hasPictures(report) ? " img-src data:;" : "";
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .raw(images)
                .raw(" style-src 'unsafe-inline'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", report.title())
                .raw("<style>\n")
                .raw(
                        Resources.toString(
                                Resources.getResource(HtmlReport.class, "report.css"),
                                StandardCharsets.UTF_8))
                .raw("</style>\n</head>\n");
    }

    private static boolean hasPictures(Report report) {
        return report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .anyMatch(Block.Pictures.class::isInstance);
    }

    private static void writeContents(Html html, List<Section> sections) {
        if (sections.size() < 2) {
            return;
        }
        html.raw("<nav aria-label=\"Contents\">\n<ol>\n");
        for (int i = 0; i < sections.size(); i++) {
            html.raw("<li><a href=\"#section-" + (i + 1) + "\">")
                    .text(sections.get(i).title())
                    .raw("</a></li>\n");
        }
        html.raw("</ol>\n</nav>\n");
    }
}
