package dev.fer4j.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputPathTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/", ".", "..", "", " ", "/dev/null"})
    void isNoFile(String path) {
        assertThatThrownBy(() -> OutputPath.requireFile(Path.of(path)))
                .isInstanceOf(OutputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/dev/null"})
    void isNoFolder(String path) {
        assertThatThrownBy(() -> OutputPath.requireFolder(Path.of(path)))
                .isInstanceOf(OutputException.class);
    }

    @Test
    void folderIsNoFileAndFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> OutputPath.requireFile(folder))
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> OutputPath.requireFolder(file)).hasMessageContaining("is a file");
    }

    @Test
    void nothingLiesBelowAFileOrABrokenLink() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("no"));
        for (Path above : new Path[] {file, link}) {
            assertThatThrownBy(() -> OutputPath.requireFile(above.resolve("a").resolve("b.png")))
                    .hasMessageContaining(above + " is not a folder");
            assertThatThrownBy(() -> OutputPath.requireFolder(above.resolve("a")))
                    .hasMessageContaining(above + " is not a folder");
        }
    }

    @Test
    void nameThatIsTooLongIsRefusedInBytes() {
        assertThatThrownBy(() -> OutputPath.requireFile(folder.resolve("é".repeat(128))))
                .hasMessageContaining("too long");
    }

    @Test
    void whatCanBeWrittenPassesAndNothingIsCreated() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "kept");
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), folder);
        assertThatCode(
                        () -> {
                            OutputPath.requireFile(file);
                            OutputPath.requireFile(folder.resolve("a").resolve("b").resolve("c"));
                            OutputPath.requireFile(linked.resolve("c"));
                            OutputPath.requireFile(Path.of("c"));
                            OutputPath.requireFolder(folder);
                            OutputPath.requireFolder(linked);
                            OutputPath.requireFolder(folder.resolve("a").resolve("b"));
                            OutputPath.requireFolder(Path.of("."));
                        })
                .doesNotThrowAnyException();
        assertThat(folder).isDirectoryContaining("glob:**/file");
        assertThat(file).hasContent("kept");
        assertThat(folder.resolve("a")).doesNotExist();
    }
}
