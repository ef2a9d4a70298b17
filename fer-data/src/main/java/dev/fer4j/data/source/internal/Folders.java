package dev.fer4j.data.source.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Folder listings in natural order, and classification of files by name. */
public final class Folders {

    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> path.getFileName().toString(), new NaturalOrder());

    private static final Set<String> VIDEO = Set.of("mp4", "mov", "avi", "mkv");

    /** File name extensions of unsupported video containers. */
    private static final Set<String> OTHER_VIDEO =
            Set.of(
                    "3gp", "asf", "flv", "m2ts", "m4v", "mpeg", "mpg", "mts", "mxf", "ogv", "ts",
                    "vob", "webm", "wmv");

    private static final Set<String> IMAGE =
            Set.of(
                    "png", "jpg", "jpeg", "jpe", "jfif", "webp", "bmp", "tif", "tiff", "gif",
                    "heic", "heif", "avif");
    private static final Set<String> SYSTEM = Set.of("thumbs.db", "desktop.ini");

    private Folders() {}

    /** Files and folders directly inside, in natural order of their names. */
    public static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(BY_NAME).toList();
        }
    }

    /**
     * Everything below a folder except for folders, including pipes and broken links, and the
     * folders that cannot be opened; in a fixed order. Links to folders are not followed.
     */
    public static List<Path> filesBelow(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        files.add(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        files.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files.stream()
                .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
                .toList();
    }

    public static boolean isVideo(Path file) {
        return VIDEO.contains(ending(file)) && !isOfSystem(file);
    }

    /** Whether a file is a video in an unsupported container, according to its name. */
    static boolean isOtherVideo(Path file) {
        return OTHER_VIDEO.contains(ending(file)) && !isOfSystem(file);
    }

    public static boolean isImage(Path file) {
        return IMAGE.contains(ending(file)) && !isOfSystem(file);
    }

    /** Whether an operating system left a file, such as {@code .DS_Store} or {@code ._1.mp4}. */
    public static boolean isOfSystem(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".")
                || name.startsWith("~$")
                || SYSTEM.contains(name.toLowerCase(Locale.ROOT));
    }

    public static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    }

    /** The letters of a file name in lower case, for matching. */
    public static String letters(Path file) {
        return letters(file.getFileName().toString());
    }

    public static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
