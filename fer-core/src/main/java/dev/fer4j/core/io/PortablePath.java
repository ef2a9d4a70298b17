package dev.fer4j.core.io;

import java.nio.file.Path;

/** How paths are written to files: with {@code /} between names on every system. */
public final class PortablePath {

    private PortablePath() {}

    /** A path with slashes. A backslash that is part of a name, as Linux allows, stays. */
    public static String of(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
