package dev.fer4j.cli.option;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks of folders and files that are read, before anything is written. */
final class GivenPaths {

    private GivenPaths() {}

    /** Requires that there is a folder. */
    static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    folder,
                    "is not a folder",
                    "give the folder of the images");
        }
    }

    /** Requires that there is a file. */
    static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    file,
                    "there is no such file",
                    "put it there, or correct its name");
        }
    }
}
