package dev.fer4j.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Removes what is ours from folders, and folders that are then empty. Links are not followed. */
final class FolderRemoval {

    /** The name of a temporary file of {@link WholeFile}. */
    private static final Pattern PART =
            Pattern.compile("\\..*\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

    /** Decides about a file. */
    @FunctionalInterface
    interface Deletion {
        /** Deletes a file if it is ours, and returns whether it was. */
        boolean deletes(Path file) throws IOException;
    }

    private FolderRemoval() {}

    /**
     * Removes files below a folder, then the folders there that are empty.
     *
     * @param kept receives the files that stay; markers and locks of the folder itself stay, too,
     *     but are not added
     */
    static void below(Path folder, Deletion deletion, List<Path> kept) throws IOException {
        below(folder, folder, deletion, kept);
    }

    private static void below(Path top, Path folder, Deletion deletion, List<Path> kept)
            throws IOException {
        for (Path entry : entries(folder)) {
            if (FileChanges.isFolder(entry)) {
                below(top, entry, deletion, kept);
                FileChanges.deleteIfEmpty(entry);
            } else if (isOfTheFolder(entry)) {
                if (!folder.equals(top)) {
                    kept.add(entry);
                }
            } else if (!deletion.deletes(entry)) {
                kept.add(entry);
            }
        }
    }

    private static boolean isOfTheFolder(Path file) {
        String name = file.getFileName().toString();
        return name.equals(FolderMarker.NAME) || name.equals(FolderLock.NAME);
    }

    /**
     * Removes marker and lock of a folder in which there is nothing else.
     *
     * @param created the outermost folder that was created for it; removed too, if it is empty
     */
    static void ifEmpty(Path folder, Path created) throws IOException {
        Path root = FileChanges.absolute(folder);
        List<Path> entries = entries(root);
        if (entries.stream().allMatch(FolderRemoval::isOfTheFolder)) {
            for (Path entry : entries) {
                FileChanges.delete(entry);
            }
            for (Path made = root; made.startsWith(created); made = made.getParent()) {
                FileChanges.deleteIfEmpty(made);
            }
        }
    }

    /** Removes what killed processes left of files, at any depth. */
    static void parts(Path folder) throws IOException {
        for (Path entry : entries(folder)) {
            if (FileChanges.isFolder(entry)) {
                parts(entry);
            } else if (PART.matcher(entry.getFileName().toString()).matches()
                    && FileChanges.isRegular(entry)) {
                FileChanges.delete(entry);
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
