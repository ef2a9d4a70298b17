package dev.fer4j.eval.report.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.Json;
import dev.fer4j.eval.report.model.BlockWriter;
import dev.fer4j.eval.report.model.Column;
import dev.fer4j.eval.report.model.Figure;
import dev.fer4j.eval.report.model.Picture;
import dev.fer4j.eval.report.model.Report;
import dev.fer4j.eval.report.model.Section;
import dev.fer4j.eval.report.model.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a report as JSON, for programs: title, subtitle, and sections with blocks, each of a
 * {@code kind}. Tables have columns and rows, with unformatted texts; figures and pictures are
 * given by the names of their files, which {@link ReportFolder} writes next to it.
 */
public final class ReportJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReportJson() {}

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
        ObjectNode json = NODES.objectNode();
        json.put("title", report.title());
        json.put("subtitle", report.subtitle());
        ArrayNode sections = json.putArray("sections");
        for (Section section : report.sections()) {
            ObjectNode written = sections.addObject().put("title", section.title());
            Blocks blocks = new Blocks(written.putArray("blocks"));
            section.blocks().forEach(block -> block.writeTo(blocks));
        }
        return Json.pretty(json);
    }

    private record Blocks(ArrayNode blocks) implements BlockWriter {

        private ObjectNode block(String kind) {
            return blocks.addObject().put("kind", kind);
        }

        @Override
        public void heading(String text) {
            block("heading").put("text", text);
        }

        @Override
        public void paragraph(String text) {
            block("paragraph").put("text", text);
        }

        @Override
        public void points(List<String> texts) {
            block("points").set("texts", array(texts));
        }

        @Override
        public void warning(String text) {
            block("warning").put("text", text);
        }

        @Override
        public void verbatim(String text) {
            block("verbatim").put("text", text);
        }

        @Override
        public void table(Table table) {
            ObjectNode written = block("table").put("title", table.title());
            written.set("columns", array(table.columns().stream().map(Column::name).toList()));
            ArrayNode rows = written.putArray("rows");
            table.rows().forEach(row -> rows.add(array(row)));
            written.put("note", table.note());
        }

        @Override
        public void figure(Figure figure) {
            block("figure")
                    .put("name", figure.name())
                    .put("caption", figure.caption())
                    .put("png", ReportFolder.png(figure))
                    .put("svg", ReportFolder.svg(figure));
        }

        @Override
        public void pictures(List<Picture> pictures) {
            ArrayNode written = block("pictures").putArray("pictures");
            for (Picture picture : pictures) {
                written.addObject()
                        .put("name", picture.name())
                        .put("description", picture.description())
                        .put("caption", picture.caption())
                        .put("file", ReportFolder.file(picture));
            }
        }

        private static ArrayNode array(List<String> texts) {
            ArrayNode array = NODES.arrayNode();
            texts.forEach(array::add);
            return array;
        }
    }
}
