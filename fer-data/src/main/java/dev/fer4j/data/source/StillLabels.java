package dev.fer4j.data.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.data.source.internal.Folders;
import dev.fer4j.data.source.internal.GroupCells;
import dev.fer4j.data.source.internal.ImageFolder;
import dev.fer4j.data.source.internal.IndexLines;
import dev.fer4j.data.source.internal.SheetTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The descriptions of the images in a folder of stills, from its label file or from folder names.
 *
 * @param images the folder
 * @param entries the entries in the order of the file, or of the images' names
 */
record StillLabels(ImageFolder images, List<Entry> entries) {

    /** Names of label files, of which at most one may exist. */
    private static final List<String> FILES = List.of("labels.csv", "labels.xlsx", "labels.jsonl");

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
        StillLabels labels = read(folder, groups.with(List.of("file", "label")));
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

    private static StillLabels read(Path folder, List<String> required) throws IOException {
        List<String> files =
                FILES.stream().filter(name -> Files.exists(folder.resolve(name))).toList();
        if (files.size() > 1) {
            throw new InputException(
                    Problem.Kind.DUPLICATE,
                    folder,
                    "holds " + String.join(" and ", files),
                    "keep one of them");
        }
        if (files.isEmpty() && LabelFolders.areIn(folder)) {
            return LabelFolders.read(folder);
        }
        ImageFolder images =
                ImageFolder.open(folder, files.isEmpty() ? FILES.get(0) : files.get(0), MEND);
        return new StillLabels(
                images,
                Folders.ending(images.index()).equals("jsonl")
                        ? ofLines(images)
                        : ofTable(images, required));
    }

    /** Whether a folder contains labels of stills, in a file or in folder names. */
    static boolean areIn(Path folder) throws IOException {
        return FILES.stream().anyMatch(name -> Files.exists(folder.resolve(name)))
                || LabelFolders.areIn(folder);
    }

    private static List<Entry> ofTable(ImageFolder images, List<String> required)
            throws IOException {
        List<SheetTable.Row> rows = SheetTable.read(images.index(), required).rows();
        if (rows.isEmpty()) {
            throw new InputException(
                    Problem.Kind.EMPTY,
                    images.index(),
                    "has a header but no rows",
                    "add a row for each image");
        }
        return rows.stream().map(row -> new Entry(images.where(row.number()), row)).toList();
    }

    private static List<Entry> ofLines(ImageFolder images) throws IOException {
        List<String> lines = IndexLines.read(images.index(), "add a line for each image");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            String where = images.where(number);
            IndexLines.parse(lines.get(i), ObjectNode.class, where, images)
                    .ifPresent(line -> entries.add(new Entry(where, row(number, line))));
        }
        return entries;
    }

    private static SheetTable.Row row(int number, ObjectNode line) {
        Map<String, String> cells = new LinkedHashMap<>();
        line.fields()
                .forEachRemaining(
                        field -> {
                            String text = field.getValue().asText("").strip();
                            if (!text.isEmpty()) {
                                cells.put(SheetTable.key(field.getKey()), text);
                            }
                        });
        return new SheetTable.Row(number, cells);
    }
}
