package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipFilesTest {

    @TempDir private Path folder;

    @Test
    void foldersGiveTheirVideosInNaturalOrder() throws IOException {
        for (String name : List.of("10.mp4", "2.MOV", "._2.mp4", "notes.txt")) {
            Files.createFile(folder.resolve(name));
        }
        Files.createDirectory(folder.resolve("old.mp4"));

        ClipFiles files = ClipFiles.of(folder);

        assertThat(files.clips())
                .containsExactly(folder.resolve("2.MOV"), folder.resolve("10.mp4"));
        assertThat(files.others())
                .containsExactly(folder.resolve("notes.txt"), folder.resolve("old.mp4"));
    }

    @Test
    void aFileIsItsOnlyClipWhateverItsName() throws IOException {
        Path file = Files.createFile(folder.resolve("video.dat"));
        assertThat(ClipFiles.of(file)).isEqualTo(new ClipFiles(List.of(file), List.of(), List.of()));
    }

    @Test
    void nothingToReadIsRefused() throws IOException {
        Files.createFile(folder.resolve("notes.txt"));
        assertThatThrownBy(() -> ClipFiles.of(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("but 1 others");
        assertThatThrownBy(() -> ClipFiles.of(folder.resolve("gone")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is neither a file nor a folder");
    }
}
