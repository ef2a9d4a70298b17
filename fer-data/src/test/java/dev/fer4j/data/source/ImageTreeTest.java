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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTreeTest {

    @TempDir private Path folder;

    @Test
    void findsImagesThroughLinksAndNamesTheRest() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/inner"));
        Files.createFile(real.resolve("10.PNG"));
        Files.createFile(real.resolve("2.jpeg"));
        Files.createFile(real.resolve("notes.txt"));
        Files.createFile(real.resolve(".DS_Store"));
        Files.createFile(real.resolve("._2.jpeg"));
        Files.createSymbolicLink(real.resolve("loop"), Path.of(".."));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));

        ImageTree tree = ImageTree.of(link);

        assertThat(tree.images())
                .containsExactly(link.resolve("inner/2.jpeg"), link.resolve("inner/10.PNG"));
        assertThat(tree.problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(
                        tuple(Kind.UNUSED, link.resolve("inner/notes.txt").toString()),
                        tuple(Kind.UNUSED, link.resolve("inner/loop").toString()));
    }

    @Test
    void aFolderWithoutImagesIsAProblemAndAMissingOneIsRefused() throws IOException {
        assertThat(ImageTree.of(folder).problems())
                .extracting(Problem::kind, Problem::subject)
                .containsExactly(tuple(Kind.EMPTY, folder.toString()));
        assertThatThrownBy(() -> ImageTree.of(folder.resolve("gone")))
                .isInstanceOf(InputException.class);
    }
}
