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

    @Test
    void fileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "x");
        assertThatThrownBy(() -> FolderLock.acquire(file))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(file.toString());
    }
}
