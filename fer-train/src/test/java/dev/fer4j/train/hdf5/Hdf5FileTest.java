package dev.fer4j.train.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Hdf5FileTest {

    @TempDir private Path folder;

    private Path file(String name) throws IOException {
        return Hdf5Fixture.file(name, folder);
    }

    @ParameterizedTest
    @CsvSource({
        "circle, a group that contains itself",
        "nested, nested more than 64 deep",
        "chunks, more than a file of",
        "sparse, more than a file of",
        "unwritten, more than a file of",
        "empty, impossible shape",
        "wide, larger than any file",
        "outside, External Data"
    })
    void whatCannotBeIsRefused(String name, String why) throws IOException {
        Path hostile = file(name);
        assertThatThrownBy(() -> Hdf5File.open(hostile))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(name + ".h5")
                .hasMessageContaining(why);
    }

    @Test
    void groupsWithSeveralNamesAreVisitedOnce() throws IOException {
        try (Hdf5File file = Hdf5File.open(file("diamond"))) {
            assertThat(file.groups()).hasSize(41);
            assertThat(file.links()).hasSize(40);
        }
    }

    @Test
    void linksAreListedAndNotFollowed() throws IOException {
        try (Hdf5File file = Hdf5File.open(file("links"))) {
            assertThat(file.links()).containsExactlyInAnyOrder("/soft", "/outside");
            assertThat(file.datasets()).containsOnlyKeys("/a");
        }
    }

    @Test
    void chunksThatDecompressToMoreThanTheyShouldAreRefused() throws IOException {
        try (Hdf5File file = Hdf5File.open(file("bomb"))) {
            Hdf5Dataset data = file.datasets().get("/a");
            assertThatThrownBy(data::floats)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("decompresses to more");
        }
    }

    @ParameterizedTest
    @CsvSource({"packed", "lzf"})
    void compressedValuesAreRead(String name) throws IOException {
        try (Hdf5File file = Hdf5File.open(file(name))) {
            Hdf5Dataset data = file.datasets().get("/a");
            assertThat(data.shape()).isEqualTo(new Shape(10, 100));
            float[] values = data.floats();
            for (int i = 0; i < 1000; i++) {
                assertThat(values[i]).isEqualTo(i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "10", "1000"})
    void truncatedFilesAreRefused(int missing) throws IOException {
        byte[] whole = Files.readAllBytes(file("packed"));
        Path cut =
                Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, whole.length - missing));
        assertThatThrownBy(() -> Hdf5File.open(cut))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is truncated");
        Path longer =
                Files.write(
                        folder.resolve("longer.h5"), Arrays.copyOf(whole, whole.length + missing));
        try (Hdf5File file = Hdf5File.open(longer)) {
            assertThat(file.datasets()).hasSize(1);
        }
    }
}
