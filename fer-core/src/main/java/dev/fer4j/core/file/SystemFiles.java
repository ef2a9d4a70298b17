package dev.fer4j.core.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files and folders that operating systems and other programs leave beside data, by their
 * names, such as {@code .DS_Store}, {@code Thumbs.db}, {@code ._1.png} and {@code __MACOSX}. They
 * are never part of the data, so they are neither read nor reported, and a folder that contains
 * nothing else counts as empty.
 */
public final class SystemFiles {

    private static final Set<String> NAMES =
            Set.of(
                    // macOS
                    ".ds_store",
                    ".localized",
                    ".appledouble",
                    ".apdisk",
                    ".fseventsd",
                    ".spotlight-v100",
                    ".temporaryitems",
                    ".trashes",
                    "__macosx",
                    "icon\r",
                    // Windows
                    "thumbs.db",
                    "ehthumbs.db",
                    "desktop.ini",
                    "$recycle.bin",
                    "system volume information",
                    // Linux desktops and network storage
                    ".directory",
                    ".thumbnails",
                    "lost+found",
                    "@eadir",
                    // tools
                    ".git",
                    ".gitignore",
                    ".gitattributes",
                    ".gitkeep",
                    ".ipynb_checkpoints");

    /** Resource forks, locks of office programs, and files in use on network storage. */
    private static final Pattern PREFIXED =
            Pattern.compile("\\._.*|~\\$.*|\\.~lock\\..*|\\.nfs[0-9a-f]{8,}|\\.trash-[0-9]+");

    private SystemFiles() {}

    /** Whether the name is that of such a file or folder, such as {@code ._1.mp4}. */
    public static boolean contain(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return NAMES.contains(name) || PREFIXED.matcher(name).matches();
    }
}
