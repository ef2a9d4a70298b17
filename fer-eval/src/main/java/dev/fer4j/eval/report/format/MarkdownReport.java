package dev.fer4j.eval.report.format;

import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.text.VisibleText;
import dev.fer4j.eval.report.model.BlockWriter;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.report.model.MarkdownText;
import dev.fer4j.eval.report.model.Picture;
import dev.fer4j.eval.report.model.Report;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a report as Markdown, in GitHub's dialect. Figures and pictures are linked: {@link
 * ReportFolder} writes them next to it.
 */
public final class MarkdownReport {

    private MarkdownReport() {}

    /**
     * Writes the file.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Report report) throws IOException {
        WholeFile.writeString(file, text(report));
    }

    /** The whole report. */
    public static String text(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(MarkdownText.of(report.title())).append("\n");
        if (!report.subtitle().isEmpty()) {
            text.append('\n').append(MarkdownText.of(report.subtitle())).append('\n');
        }
        for (Section section : report.sections()) {
            text.append("\n## ").append(MarkdownText.of(section.title())).append('\n');
            Blocks blocks = new Blocks(text);
            section.blocks().forEach(block -> block.writeTo(blocks));
        }
        return text.toString();
    }

    private record Blocks(StringBuilder text) implements BlockWriter {

        @Override
        public void heading(String heading) {
            text.append("\n### ").append(MarkdownText.of(heading)).append('\n');
        }

        @Override
        public void paragraph(String paragraph) {
            text.append('\n').append(MarkdownText.of(paragraph)).append('\n');
        }

        @Override
        public void points(List<String> points) {
            text.append('\n');
            points.forEach(point -> text.append("- ").append(MarkdownText.of(point)).append('\n'));
        }

        @Override
        public void warning(String warning) {
            text.append("\n> **Warning.** ").append(MarkdownText.of(warning)).append('\n');
        }

        @Override
        public void verbatim(String verbatim) {
            // An indented code block, which no run of backticks in the text can end.
            text.append('\n');
            VisibleText.lines(verbatim)
                    .lines()
                    .forEach(line -> text.append("    ").append(line).append('\n'));
        }

        @Override
        public void table(Table table) {
            text.append('\n').append(table.toMarkdown());
        }

        @Override
        public void figure(Figure figure) {
            image(figure.plots().get(0).title(), ReportFolder.png(figure));
            text.append('\n').append(MarkdownText.of(figure.caption())).append('\n');
        }

        @Override
        public void pictures(List<Picture> pictures) {
            for (Picture picture : pictures) {
                image(picture.description(), ReportFolder.file(picture));
                if (!picture.caption().isEmpty()) {
                    text.append('\n').append(MarkdownText.of(picture.caption())).append('\n');
                }
            }
        }

        private void image(String description, String file) {
            text.append("\n![")
                    .append(MarkdownText.of(description))
                    .append("](")
                    .append(file)
                    .append(")\n");
        }
    }
}
