package dev.fer4j.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir private Path folder;

    @Test
    void foldersAreMade() throws IOException {
        Path file = folder.resolve("a/b/c.txt");
        WholeFile.writeString(file, "ü");
        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("ü");
    }

    @Test
    void fileMayBeReadByThoseWhoMayReadAnyNewFile() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        Path file = folder.resolve("c.txt");
        WholeFile.writeString(file, "x");
        assertThat(permissions(file)).isEqualTo(permissions(usual));
    }

    /** Empty where the file system has no such thing. */
    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? Set.of() : view.readAttributes().permissions();
    }

    @Test
    void failureLeavesTheOldContentAndNoRubbish() throws IOException {
        Path file = folder.resolve("c.txt");
        WholeFile.writeString(file, "old");
        assertThatThrownBy(
                        () ->
                                WholeFile.write(
                                        file,
                                        out -> {
                                            out.write(new byte[100_000]);
                                            throw new IOException("disk full");
                                        }))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).isEqualTo(List.of(file));
        }
    }

    @Test
    void namesMayBeAsLongAsTheFileSystemAllows() throws IOException {
        Path file = folder.resolve("é".repeat(125) + ".csv");
        WholeFile.writeString(file, "x");
        assertThat(file).hasContent("x");
    }

    @Test
    void fullDiskNamesTheFile() {
        Path file = folder.resolve("a.csv");
        assertThatThrownBy(
                        () ->
                                WholeFile.write(
                                        file,
                                        out -> {
                                            throw new IOException("No space left on device");
                                        }))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(file.toString());
        assertThat(folder).isEmptyDirectory();
    }
}
