package dev.fer4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir private Path folder;

    @Test
    void folderInUseIsRefusedUntilItIsLetGo() throws IOException {
        Path out = folder.resolve("out");
        try (FolderLock held = FolderLock.acquire(out)) {
            assertThat(held.folder()).isEqualTo(out);
            assertThatThrownBy(() -> FolderLock.acquire(out))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining(out.toString())
                    .hasMessageContaining("in use");
        }
        FolderLock.acquire(out).close();
    }

    /** Another process that tries to take a folder. */
    static final class Taker {
        public static void main(String[] arguments) throws IOException {
            try {
                FolderLock.acquire(Path.of(arguments[0])).close();
            } catch (OutputException e) {
                System.exit(7);
            }
        }
    }

    private int otherProcess(Path out) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        out.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void secondTryInThisJvmDoesNotGiveTheFolderAway() throws IOException, InterruptedException {
        Path out = folder.resolve("held");
        try (FolderLock held = FolderLock.acquire(out)) {
            assertThatThrownBy(() -> FolderLock.acquire(held.folder().resolve(".")))
                    .isInstanceOf(OutputException.class);
            assertThat(otherProcess(out)).isEqualTo(7);
        }
        assertThat(otherProcess(out)).isZero();
    }

    @Test
    void fileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "x");
        assertThatThrownBy(() -> FolderLock.acquire(file))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(file.toString());
    }
}
