package dev.fer4j.core.file;

import java.nio.file.Path;

/** Formats paths for files, with {@code /} between names on every system. */
public final class PortablePath {

    private PortablePath() {}

    /** Formats a path with slashes. A backslash within a name, which Linux allows, is kept. */
    public static String of(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
