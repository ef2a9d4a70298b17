package dev.fer4j.data.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Images, and an index that names them. */
final class IndexedFolder {

    private final String source;
    private final Path root;
    private final String index;
    private final UnaryOperator<String> entry;
    private final List<String> lines = new ArrayList<>();
    private final List<Item> items;

    private IndexedFolder(
            String source, Path root, String index, UnaryOperator<String> entry, List<Item> items) {
        this.source = source;
        this.root = root;
        this.index = index;
        this.entry = entry;
        this.items = items;
    }

    static IndexedFolder stills(Path root, List<Item> items) {
        IndexedFolder folder =
                new IndexedFolder(
                        "youtube", root, "labels.csv", file -> "\"" + file + "\",yes", items);
        folder.lines.add("file,label");
        return folder;
    }

    /** Of the healthy recording of participant 7. */
    static IndexedFolder synthetic(Path root, List<Item> items) {
        return new IndexedFolder(
                "stylegan2", root, "synthetic.jsonl", file -> line(file, "7-A01-J"), items);
    }

    /** A line of {@code synthetic.jsonl}. */
    static String line(String file, String parent) {
        return String.format(
                Locale.ROOT,
                "{\"file\":\"%s\",\"parentRecording\":\"%s\",\"generator\":\"toy\",\"seed\":1}",
                file,
                parent);
    }

    /** Where an image is to be put that the index names. */
    Path image(String file) throws IOException {
        lines.add(entry.apply(file));
        return image(file, List.of(file, lastLine()));
    }

    /** Where an image is to be put that differs from another in its ending only. */
    Path sameName(String file) throws IOException {
        lines.add(entry.apply(file));
        return image(file, source + "/" + file, List.of(file, lastLine()));
    }

    /** Where an image is to be put that the index does not name. */
    Path unnamed(String file) throws IOException {
        return image(file, List.of(file));
    }

    /** Where an image is to be put that the index names by another entry than the usual. */
    Path image(String file, String line) throws IOException {
        lines.add(line);
        return image(file, List.of(file, lastLine()));
    }

    private Path image(String file, List<String> subjects) throws IOException {
        return image(file, source + "/" + file.replaceFirst("\\.[^./]*$", ""), subjects);
    }

    private Path image(String file, String id, List<String> subjects) throws IOException {
        Path image = root.resolve(file);
        Files.createDirectories(image.getParent());
        items.add(new Item(source, id, subjects));
        return image;
    }

    private String lastLine() {
        return index + " line " + lines.size();
    }

    /** Names a file in the index that is to end as a problem of that line. */
    void entry(String file) {
        line(entry.apply(file));
    }

    /** Adds a line to the index that is to end as its problem. */
    void line(String text) {
        lines.add(text);
        items.add(new Item(source, "", List.of(lastLine())));
    }

    Path root() {
        return root;
    }

    Path write() throws IOException {
        Files.createDirectories(root);
        Files.write(root.resolve(index), lines);
        return root;
    }
}
