package dev.fer4j.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Problem.Kind;
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
        assertThat(ClipFiles.of(file))
                .isEqualTo(new ClipFiles(List.of(file), List.of(), List.of()));
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

    @Test
    void everyContainerThatIsReadIsFound() throws IOException {
        for (String name :
                List.of("a.mp4", "b.m4v", "c.mov", "d.3gp", "e.avi", "f.mkv", "g.WEBM")) {
            Files.createFile(folder.resolve(name));
        }
        Files.createFile(folder.resolve("h.wmv"));
        Files.createFile(folder.resolve(".hidden.mp4"));
        Files.createFile(folder.resolve("Thumbs.db"));
        assertThat(ClipFiles.of(folder).clips()).hasSize(7);
        assertThat(ClipFiles.of(folder).others())
                .containsExactly(folder.resolve(".hidden.mp4"), folder.resolve("h.wmv"));
    }

    @Test
    void copiesOfAClipAreReadOnce() throws IOException {
        for (String name : List.of("1 - Copy.mp4", "1 (1).mp4", "1.mp4", "0-of-1.webm")) {
            Files.writeString(folder.resolve(name), "clip one");
        }
        Files.writeString(folder.resolve("2.mp4"), "clip two");
        Files.createSymbolicLink(folder.resolve("3.mp4"), Path.of("2.mp4"));

        ClipFiles files = ClipFiles.of(folder);

        assertThat(files.clips()).containsExactly(folder.resolve("1.mp4"), folder.resolve("2.mp4"));
        assertThat(files.copies())
                .extracting(Problem::kind, Problem::subject, Problem::cause)
                .containsExactlyInAnyOrder(
                        tuple(Kind.UNUSED, folder + "/0-of-1.webm", copyOf("1.mp4")),
                        tuple(Kind.UNUSED, folder + "/1 (1).mp4", copyOf("1.mp4")),
                        tuple(Kind.UNUSED, folder + "/1 - Copy.mp4", copyOf("1.mp4")),
                        tuple(Kind.UNUSED, folder + "/3.mp4", copyOf("2.mp4")));
    }

    private static String copyOf(String name) {
        return "is a copy of " + name + ", byte for byte";
    }

    @Test
    void aLinkedFolderIsItsTarget() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createFile(real.resolve("1.mp4"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        assertThat(ClipFiles.of(link).clips()).containsExactly(link.resolve("1.mp4"));
    }
}
