package dev.fer4j.data.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Checks that the name of a file survives as text. In a locale that is not UTF-8, Java lists files
 * with other names, but neither libraries nor manifests can name them.
 */
public final class FileName {

    private static final String ENCODING = "sun.jnu.encoding";

    private FileName() {}

    /**
     * Checks a path.
     *
     * @throws dev.fer4j.core.InputException if the locale cannot represent it
     */
    public static void require(Path path) {
        if (!isRepresentable(path)) {
            throw new UnreadableFileException(
                    path,
                    "has a name that the locale cannot represent, whose encoding of file names is "
                            + System.getProperty(ENCODING),
                    "set LC_ALL=C.UTF-8 and run again, or rename it");
        }
    }

    private static boolean isRepresentable(Path path) {
        try {
            return Path.of(path.toString()).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
