package dev.fer4j.data.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.source.internal.Folders;
import dev.fer4j.data.source.internal.GroupCells;
import dev.fer4j.data.source.internal.ImageFolder;
import dev.fer4j.data.source.internal.IndexLines;
import dev.fer4j.data.source.internal.SheetTable;
import dev.fer4j.data.source.internal.TableColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The descriptions of the images in a folder of stills, from its label file or from folder names.
 *
 * @param images the folder
 * @param entries the entries in the order of the file, or of the images' names
 */
record StillLabels(ImageFolder images, List<Entry> entries) {

    /** Names of label files in any case, of which at most one may exist. */
    private static final List<String> FILES = List.of("labels.csv", "labels.xlsx", "labels.jsonl");

    /** Names of tables that are read, or refused with a reason, if there is no other label. */
    private static final List<String> OTHER_FILES =
            List.of(
                    "labels.tsv",
                    "labels.xlsm",
                    "labels.xls",
                    "labels.xlsb",
                    "labels.ods",
                    "labels.numbers");

    private static final TableColumns COLUMNS =
            TableColumns.of(
                            List.of("file", "label"),
                            List.of(
                                    "person",
                                    "gender",
                                    "age",
                                    "category",
                                    "license",
                                    "consent",
                                    "url"))
                    .spelled(
                            "person",
                            "participant",
                            "participantid",
                            "personid",
                            "subjectid",
                            "subid")
                    .spelled("gender", "sex")
                    .spelled("category", "adcategory", "advertisementcategory")
                    .spelled("license", "licence");

    private static final String MEND =
            "write one with the columns file,label,person, or put the images into folders named"
                    + " interested and not-interested";

    /**
     * The description of an image.
     *
     * @param where the entry's name in problems
     * @param row its description
     */
    record Entry(String where, SheetTable.Row row) {}

    /**
     * Reads the label file or the folder names.
     *
     * @param groups the group columns, each of which at least one image must have
     * @throws InputException if the folder is missing, contains no labels or several label files,
     *     or its label file cannot be read, is empty or lacks a column of groups
     */
    static StillLabels read(Path folder, GroupCells groups) throws IOException {
        StillLabels labels = read(folder, COLUMNS.with(groups));
        groups.keys().forEach((name, key) -> labels.requireAny(name, key));
        return labels;
    }

    private void requireAny(String name, String key) {
        if (entries.stream().allMatch(entry -> entry.row().cell(key).isEmpty())) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    images.index(),
                    "gives no image a " + name,
                    "add it as a column or field, or do not group by it");
        }
    }

    private static StillLabels read(Path folder, TableColumns columns) throws IOException {
        List<String> files = files(folder, FILES);
        if (files.isEmpty() && LabelFolders.areIn(folder)) {
            return LabelFolders.read(folder);
        }
        if (files.isEmpty()) {
            files = files(folder, OTHER_FILES);
        }
        if (files.size() > 1) {
            throw new InputException(
                    Problem.Kind.DUPLICATE,
                    folder,
                    "holds " + String.join(" and ", files),
                    "keep one of them");
        }
        ImageFolder images =
                ImageFolder.open(folder, files.isEmpty() ? FILES.get(0) : files.get(0), MEND);
        for (String other : files(folder, OTHER_FILES)) {
            if (!files.contains(other)) {
                images.report(
                        Problem.Kind.UNUSED,
                        other,
                        "is not read, since " + images.index().getFileName() + " is",
                        "remove the other if this is the right one");
            }
        }
        return new StillLabels(
                images,
                Folders.ending(images.index()).equals("jsonl")
                        ? ofLines(images, columns)
                        : ofTable(images, columns));
    }

    /** The files in a folder that have one of the names, in any case. */
    private static List<String> files(Path folder, List<String> names) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return Folders.children(folder).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> names.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Whether a folder contains labels of stills, in a file or in folder names. */
    static boolean areIn(Path folder) throws IOException {
        return !files(folder, FILES).isEmpty()
                || LabelFolders.areIn(folder)
                || !files(folder, OTHER_FILES).isEmpty();
    }

    private static List<Entry> ofTable(ImageFolder images, TableColumns columns)
            throws IOException {
        SheetTable table = SheetTable.read(images.index(), columns);
        List<SheetTable.Row> rows = table.rows();
        if (rows.isEmpty()) {
            throw new InputException(
                    Problem.Kind.EMPTY,
                    images.index(),
                    "has a header but no rows",
                    "add a row for each image");
        }
        table.problems().forEach(images::report);
        if (!table.unread().isEmpty()) {
            images.report(
                    Problem.Kind.UNUSED,
                    images.index().getFileName().toString(),
                    "has columns that are not read: " + String.join(", ", table.unread()),
                    "");
        }
        return rows.stream().map(row -> new Entry(images.where(row.place()), row)).toList();
    }

    private static List<Entry> ofLines(ImageFolder images, TableColumns columns)
            throws IOException {
        List<String> lines = IndexLines.read(images.index(), "add a line for each image");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            String where = images.where(number);
            IndexLines.parse(lines.get(i), ObjectNode.class, where, images)
                    .ifPresent(line -> entries.add(new Entry(where, row(number, line, columns))));
        }
        return entries;
    }

    private static SheetTable.Row row(int number, ObjectNode line, TableColumns columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        line.fields()
                .forEachRemaining(
                        field -> {
                            String text = field.getValue().asText("").strip();
                            if (!text.isEmpty()) {
                                cells.put(SheetTable.key(field.getKey()), text);
                            }
                        });
        return new SheetTable.Row(number, columns.translate(cells));
    }
}
