package dev.fer4j.data.internal.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A workbook: which of its parts are sheets, what they are called, and whether they are shown. */
final class XlsxWorkbook {

    private record Relationship(String type, String target) {
        /** The last part of the type's name, which "transitional" and "strict" files share. */
        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private final XlsxPackage parts;
    private final CellMemory memory;

    XlsxWorkbook(XlsxPackage parts, CellMemory memory) {
        this.parts = parts;
        this.memory = memory;
    }

    List<TableSheet> sheets() throws IOException {
        String workbook =
                relationships("").values().stream()
                        .filter(relationship -> relationship.is("officeDocument"))
                        .map(Relationship::target)
                        .findFirst()
                        .orElse("xl/workbook.xml");
        Map<String, Relationship> related = relationships(workbook);
        XlsxTexts texts = new XlsxTexts();
        for (Relationship relationship : related.values()) {
            if (relationship.is("sharedStrings") && parts.has(relationship.target())) {
                try (XmlPart part = parts.xml(relationship.target())) {
                    texts.read(part, memory);
                }
            }
        }
        List<TableSheet> sheets = new ArrayList<>();
        try (XmlPart part = parts.xml(workbook)) {
            while (part.next()) {
                if (part.starts("sheet")) {
                    Relationship sheet = related.get(part.relationship().orElse(""));
                    if (sheet == null) {
                        throw new IOException("a sheet refers to no part");
                    }
                    // Others are charts and macros.
                    if (sheet.is("worksheet")) {
                        sheets.add(sheet(part, sheet.target(), texts));
                    }
                }
            }
        }
        return sheets;
    }

    private TableSheet sheet(XmlPart workbook, String target, XlsxTexts texts) throws IOException {
        String name = CellText.unescaped(workbook.attribute("name").orElse(""));
        if (!workbook.attribute("state").orElse("visible").equals("visible")) {
            return TableSheet.hidden(name);
        }
        try (XmlPart part = parts.xml(target)) {
            return new XlsxSheet(part, texts, memory).read(name);
        }
    }

    /**
     * The parts that a part refers to, by identifier.
     *
     * @param part empty for the whole workbook
     */
    private Map<String, Relationship> relationships(String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String file = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        Map<String, Relationship> relationships = new HashMap<>();
        if (!parts.has(file)) {
            return relationships;
        }
        try (XmlPart list = parts.xml(file)) {
            while (list.next()) {
                if (list.starts("Relationship")) {
                    relationships.put(
                            list.attribute("Id").orElse(""),
                            new Relationship(
                                    list.attribute("Type").orElse(""),
                                    resolve(folder, list.attribute("Target").orElse(""))));
                }
            }
        }
        return relationships;
    }

    /** Resolves a target, which is relative to the folder of the part unless it begins with /. */
    private static String resolve(String folder, String target) {
        List<String> path = new ArrayList<>();
        String whole = target.startsWith("/") ? target : folder + target;
        for (String name : whole.split("/", -1)) {
            if (name.equals("..") && !path.isEmpty()) {
                path.remove(path.size() - 1);
            } else if (!name.isEmpty() && !name.equals(".") && !name.equals("..")) {
                path.add(name);
            }
        }
        return String.join("/", path);
    }
}
