package dev.fer4j.benchmarks.fuzz;

import static com.google.common.base.Preconditions.checkState;

import dev.fer4j.core.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is overwritten by each input.
 *
 * @param path path in a separate folder
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

    /** Requires that an error names the file, without which a user could not correct it. */
    void requireNamedBy(InputException error) {
        checkState(error.getMessage().contains(path.toString()), error.getMessage());
    }
}
