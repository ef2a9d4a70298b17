package dev.fer4j.benchmarks.fuzz;

import static com.google.common.base.Preconditions.checkState;

import dev.fer4j.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is written again and again.
 *
 * @param path in a folder of its own
 */
record ScratchFile(Path path) {

    static ScratchFile named(String name) {
        try {
            return new ScratchFile(Files.createTempDirectory("fuzz").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(byte[] content) throws IOException {
        return Files.write(path, content);
    }

    /** An error without the file's name is none that a user can do anything about. */
    void requireNamedBy(InputException error) {
        checkState(error.getMessage().contains(path.toString()), error.getMessage());
    }
}
