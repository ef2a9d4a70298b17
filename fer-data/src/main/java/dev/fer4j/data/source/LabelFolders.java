package dev.fer4j.data.source;

import dev.fer4j.core.Label;
import dev.fer4j.data.internal.RelativePath;
import dev.fer4j.data.source.internal.Folders;
import dev.fer4j.data.source.internal.ImageFolder;
import dev.fer4j.data.source.internal.SheetTable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Labels of stills that are the names of the folders in which the images lie. */
final class LabelFolders {

    /** Folders of people and of labels, in either order. */
    private static final int LEVELS = 2;

    private LabelFolders() {}

    /**
     * Whether a folder contains folders named by labels, possibly below folders of splits. Links
     * are followed.
     */
    static boolean areIn(Path folder) throws IOException {
        if (areIn(folder, LEVELS)) {
            return true;
        }
        for (Path child : folders(folder)) {
            if (FolderPeople.isSplit(child.getFileName().toString()) && areIn(child, LEVELS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areIn(Path folder, int levels) throws IOException {
        for (Path child : folders(folder)) {
            if (label(child.getFileName().toString()).isPresent()
                    || (levels > 1 && areIn(child, levels - 1))) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            return Folders.children(folder).stream().filter(Files::isDirectory).toList();
        } catch (AccessDeniedException e) {
            // It is reported when the source is listed.
            return List.of();
        }
    }

    /** Describes every image in a folder, in the order of their names. */
    static StillLabels read(Path folder) throws IOException {
        ImageFolder images = ImageFolder.open(folder);
        List<StillLabels.Entry> entries = new ArrayList<>();
        for (Path file : images.files()) {
            if (Folders.isImage(file)) {
                String relative = RelativePath.of(folder, file);
                Map<String, String> cells = new TreeMap<>(Map.of("file", relative));
                for (Path part : folder.relativize(file.getParent())) {
                    // Of several folders named by labels, the outermost counts.
                    if (label(part.toString()).isPresent()) {
                        cells.putIfAbsent("label", part.toString());
                    }
                }
                entries.add(
                        new StillLabels.Entry(
                                relative, new SheetTable.Row(entries.size() + 1, cells)));
            }
        }
        return new StillLabels(images, entries);
    }

    /** Numbers and single letters are names of people or series, not labels. */
    static Optional<Label> label(String folder) {
        return folder.matches("\\p{L}{2}.*") ? Label.parse(folder) : Optional.empty();
    }
}
