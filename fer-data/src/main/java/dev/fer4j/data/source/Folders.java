package dev.fer4j.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Folder listings in natural order, and what file names tell. */
final class Folders {

    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> path.getFileName().toString(), new NaturalOrder());

    private static final Set<String> VIDEO = Set.of("mp4", "mov", "avi", "mkv");
    private static final Set<String> IMAGE =
            Set.of("png", "jpg", "jpeg", "jpe", "webp", "bmp", "tif", "tiff", "gif");
    private static final Set<String> SYSTEM = Set.of("thumbs.db", "desktop.ini");

    private Folders() {}

    /** Files and folders directly inside, in natural order of their names. */
    static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(BY_NAME).toList();
        }
    }

    /** All files below a folder, in a fixed order; links to folders are not followed. */
    static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
                    .toList();
        }
    }

    static boolean isVideo(Path file) {
        return VIDEO.contains(ending(file)) && !isOfSystem(file);
    }

    static boolean isImage(Path file) {
        return IMAGE.contains(ending(file)) && !isOfSystem(file);
    }

    /** Files that operating systems leave, such as {@code .DS_Store} or {@code ._01.mp4}. */
    static boolean isOfSystem(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".")
                || name.startsWith("~$")
                || SYSTEM.contains(name.toLowerCase(Locale.ROOT));
    }

    static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    }

    /** A name's letters in lower case, for names that are matched by their letters. */
    static String letters(Path file) {
        return letters(file.getFileName().toString());
    }

    static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
