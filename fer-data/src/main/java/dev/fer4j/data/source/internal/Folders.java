package dev.fer4j.data.source.internal;

import com.google.common.collect.ImmutableSet;
import dev.fer4j.core.file.SystemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Folder listings in natural order, and classification of files by name. */
public final class Folders {

    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> path.getFileName().toString(), new NaturalOrder());

    /** Endings of MP4, QuickTime, AVI and Matroska, the containers that are read. */
    private static final ImmutableSet<String> VIDEO =
            ImmutableSet.of("mp4", "m4v", "mov", "3gp", "avi", "mkv", "webm");

    /** File name extensions of unsupported video containers. */
    private static final Set<String> OTHER_VIDEO =
            Set.of(
                    "asf", "divx", "dv", "f4v", "flv", "m2ts", "m2v", "mpe", "mpeg", "mpg", "mts",
                    "mxf", "ogm", "ogv", "rm", "rmvb", "ts", "vob", "wmv");

    private static final Set<String> IMAGE =
            Set.of(
                    "png", "jpg", "jpeg", "jpe", "jfif", "webp", "bmp", "dib", "tif", "tiff", "gif",
                    "heic", "heif", "avif", "jxl", "jp2", "dng", "cr2", "cr3", "nef", "arw", "raf",
                    "orf", "rw2");

    private Folders() {}

    /**
     * Files and folders directly inside, without {@link SystemFiles}, in natural order of their
     * names.
     */
    public static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !SystemFiles.contain(child)).sorted(BY_NAME).toList();
        }
    }

    /** Whether a file is a clip, according to its name. */
    public static boolean isVideo(Path file) {
        return VIDEO.contains(ending(file)) && !isHidden(file);
    }

    /** The endings of clips for messages, such as {@code .mp4, .m4v or .mov}. */
    public static String videoEndings() {
        List<String> endings = VIDEO.stream().map(ending -> "." + ending).toList();
        int last = endings.size() - 1;
        return String.join(", ", endings.subList(0, last)) + " or " + endings.get(last);
    }

    /** Whether a file is a video in an unsupported container, according to its name. */
    static boolean isOtherVideo(Path file) {
        return OTHER_VIDEO.contains(ending(file)) && !isHidden(file);
    }

    /** Whether a file is an image, according to its name. */
    public static boolean isImage(Path file) {
        return hasImageEnding(file) && !isHidden(file);
    }

    /** Whether a file is an image, possibly hidden, according to its name. */
    public static boolean hasImageEnding(Path file) {
        return IMAGE.contains(ending(file)) && !SystemFiles.contain(file);
    }

    /** Whether a name starts with a dot, as those of partly copied and of deleted files do. */
    static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    static boolean isDanglingLink(Path file) {
        return Files.isSymbolicLink(file) && !Files.exists(file);
    }

    static boolean hasNoEnding(Path file) {
        return file.getFileName().toString().indexOf('.') < 0;
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
