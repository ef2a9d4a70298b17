package dev.fer4j.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.OutputException;
import dev.fer4j.core.file.OwnedFolder.Content;
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
        try (FolderLock held = FolderLock.acquire(out, Content.RESULTS)) {
            assertThat(held.folder()).isEqualTo(out);
            assertThatThrownBy(() -> FolderLock.acquire(out, Content.RESULTS))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining(out.toString())
                    .hasMessageContaining("in use");
        }
        FolderLock.acquire(out, Content.RESULTS).close();
    }

    /** Another process that tries to take a folder. */
    static final class Taker {
        public static void main(String[] arguments) throws IOException {
            try {
                FolderLock.acquire(Path.of(arguments[0]), Content.RESULTS).close();
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
        try (FolderLock held = FolderLock.acquire(out, Content.RESULTS)) {
            assertThatThrownBy(
                            () -> FolderLock.acquire(held.folder().resolve("."), Content.RESULTS))
                    .isInstanceOf(OutputException.class);
            assertThat(otherProcess(out)).isEqualTo(7);
        }
        assertThat(otherProcess(out)).isZero();
    }

    @Test
    void lockWithoutResultLeavesNothingBehind() throws IOException {
        Path out = folder.resolve("a/b/c");
        FolderLock.acquire(out, Content.RESULTS).close();
        assertThat(folder.resolve("a")).doesNotExist();
        Path empty = Files.createDirectory(folder.resolve("empty"));
        FolderLock.acquire(empty, Content.RESULTS).close();
        assertThat(empty).isEmptyDirectory();
        try (FolderLock lock = FolderLock.acquire(out, Content.RESULTS)) {
            WholeFile.writeString(lock.folder().resolve("x/result.txt"), "1");
        }
        assertThat(out.resolve("x/result.txt")).exists();
        assertThat(out.resolve(".fer4j")).exists();
    }

    @Test
    void fileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "x");
        assertThatThrownBy(() -> FolderLock.acquire(file, Content.RESULTS))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(file.toString());
    }
}
