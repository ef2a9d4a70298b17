package dev.fer4j.data.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, so that they may be as odd as those of other programs. */
public final class XlsxParts {

    /** The namespaces that almost all programs write. */
    public static final String TRANSITIONAL =
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, byte[]> replaced = new LinkedHashMap<>();
    private final StringBuilder list = new StringBuilder();
    private final StringBuilder relationships = new StringBuilder();
    private boolean strict;
    private int sheets;

    /** Uses the namespaces of "strict" workbooks. */
    public XlsxParts strict() {
        strict = true;
        return this;
    }

    /** Adds a visible sheet with rows of texts, and XML after them. */
    public XlsxParts sheet(String name, String[][] rows, String after) {
        return sheet(name, "visible", "<sheetData>" + rows(rows) + "</sheetData>" + after);
    }

    /** Adds a sheet by its XML. */
    public XlsxParts sheet(String name, String state, String xml) {
        sheets++;
        list.append(
                "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"r%d\"/>"
                        .formatted(name, sheets, state, sheets));
        relationships.append(
                relationship("r" + sheets, "worksheet", "worksheets/s" + sheets + ".xml"));
        parts.put(
                "xl/worksheets/s" + sheets + ".xml",
                "<worksheet xmlns=\"%s\">%s</worksheet>".formatted(main(), xml));
        return this;
    }

    /** Replaces or adds a part. */
    public XlsxParts part(String name, byte[] bytes) {
        replaced.put(name, bytes);
        return this;
    }

    /** Adds the texts that cells of type s refer to. */
    public XlsxParts texts(String xml) {
        relationships.append(relationship("texts", "sharedStrings", "/xl/sharedStrings.xml"));
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"%s\">%s</sst>".formatted(main(), xml));
        return this;
    }

    /** Rows whose cells are texts, or numbers if they begin with =. */
    public static String rows(String[]... rows) {
        StringBuilder xml = new StringBuilder();
        for (int r = 0; r < rows.length; r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows[r].length; c++) {
                String text = rows[r][c];
                String address = (char) ('A' + c) + "" + (r + 1);
                if (text.startsWith("=")) {
                    xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(address, text.substring(1)));
                } else if (!text.isEmpty()) {
                    xml.append(
                            "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                                    .formatted(address, text));
                }
            }
            xml.append("</row>");
        }
        return xml.toString();
    }

    private String main() {
        return strict ? STRICT + "spreadsheetml/main" : TRANSITIONAL;
    }

    private String relationship(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>"
                .formatted(
                        id,
                        strict
                                ? STRICT + "officeDocument/relationships/"
                                : OFFICE + "relationships/",
                        type,
                        target);
    }

    private static String relationships(String xml) {
        return "<Relationships xmlns=\"%srelationships\">%s</Relationships>"
                .formatted(PACKAGE, xml);
    }

    /** Writes the workbook. */
    public Path write(Path file) throws IOException {
        parts.put("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\"/>");
        parts.put(
                "_rels/.rels",
                relationships(relationship("w", "officeDocument", "xl/workbook.xml")));
        parts.put("xl/_rels/workbook.xml.rels", relationships(relationships.toString()));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                        .formatted(
                                main(),
                                strict
                                        ? STRICT + "officeDocument/relationships"
                                        : OFFICE + "relationships",
                                list));
        Map<String, byte[]> entries = encoded(parts);
        entries.putAll(replaced);
        return write(file, entries);
    }

    /** Writes any zip archive. */
    public static Path zip(Path file, Map<String, String> entries) throws IOException {
        return write(file, encoded(entries));
    }

    private static Map<String, byte[]> encoded(Map<String, String> entries) {
        Map<String, byte[]> encoded = new LinkedHashMap<>();
        entries.forEach((name, text) -> encoded.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return encoded;
    }

    private static Path write(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }
}
