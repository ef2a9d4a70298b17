package dev.fer4j.data.internal;

import dev.fer4j.core.file.PortablePath;
import java.nio.file.Path;

/** The names of files in manifests and problems, which are the same on every machine. */
public final class RelativePath {

    private RelativePath() {}

    /**
     * Names a file relative to its source's folder, with {@code /} on every system; a file outside
     * the folder keeps its whole path.
     */
    public static String of(Path folder, Path file) {
        Path base = folder.toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        return PortablePath.of(path.startsWith(base) ? base.relativize(path) : path);
    }
}
