package dev.fer4j.train.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.image.ImageFit;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageStoreTest {

    @TempDir private Path folder;

    private Path cache;
    private List<Sample> samples;
    private final List<Progress> updates = new ArrayList<>();

    @BeforeEach
    void writeImages() throws IOException {
        cache = folder.resolve("cache");
        samples = Squares.write(folder, 10);
    }

    /** At most four images in a file. */
    private ImageStore store() {
        return new ImageStore(
                cache, new InputForm(Squares.SIDE, ImageFit.STRETCH), updates::add, 4);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> !file.endsWith(".fer4j")).sorted().toList();
        }
    }

    private static void requireRight(ImageSource images, List<Sample> wanted) {
        for (Sample sample : wanted) {
            int number = Integer.parseInt(sample.id().substring(1));
            assertThat(images.get(sample).rgb()).isEqualTo(Squares.image(number).rgb());
        }
    }

    @Test
    void imagesAreThoseOfMemoryAtAnySize() throws IOException {
        ImageStore store = new ImageStore(cache, 3, ProgressListener.none());
        store.prepare(samples);
        ImageCache memory = new ImageCache(3, 1 << 20);
        for (Sample sample : samples) {
            assertThat(store.get(sample).rgb())
                    .isEqualTo(memory.get(sample).rgb())
                    .isEqualTo(ImageFiles.resize(ImageFiles.read(sample.file()), 3, 3).rgb());
        }
    }

    @Test
    void imagesAreDecodedOnceForAll() throws IOException {
        store().prepare(samples.subList(0, 6));
        assertThat(updates.stream().map(Progress::done)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(files()).hasSize(2);
        for (Sample sample : samples.subList(0, 6)) {
            Files.delete(sample.file());
        }
        updates.clear();

        ImageStore next = store();
        next.prepare(samples);

        assertThat(updates).hasSize(4).allMatch(progress -> progress.total() == 4);
        assertThat(files()).hasSize(3);
        requireRight(next, samples);
        assertThat(Squares.lastingThreads("fer4j-cache")).isEmpty();
    }

    @Test
    void sizesDoNotMix() throws IOException {
        store().prepare(samples);
        ImageStore other = new ImageStore(cache, 2, ProgressListener.none());
        other.prepare(samples);
        assertThat(other.get(samples.get(3)).width()).isEqualTo(2);
        ImageStore first = store();
        requireRight(first, List.of());
        updates.clear();
        first.prepare(samples);
        assertThat(updates).isEmpty();
    }

    @Test
    void fitsDoNotMix() throws IOException {
        RgbImage wide = new RgbImage(8, 2, new byte[48]);
        ImageFiles.writePng(samples.get(0).file(), wide);
        Sample sample = Squares.sample(0, samples.get(0).file(), Sha256.of(samples.get(0).file()));
        for (int pass = 0; pass < 2; pass++) {
            for (ImageFit fit : ImageFit.values()) {
                ImageStore store = new ImageStore(cache, 4, fit, updates::add);
                store.prepare(List.of(sample));
                assertThat(store.fit()).isEqualTo(fit);
                assertThat(store.get(sample).rgb()).isEqualTo(fit.square(wide, 4).rgb());
            }
        }
        assertThat(updates).hasSize(3);
        assertThat(files()).hasSize(3);
        assertThat(ImageStore.retain(cache, Set.of())).isEqualTo(3);
        assertThat(files()).isEmpty();
    }

    /** Each byte of a file in turn, and each length: whatever is hit, no wrong image comes out. */
    @ParameterizedTest
    @ValueSource(strings = {"flip", "truncate", "append"})
    void damagedFileIsMadeAnew(String damage) throws IOException {
        samples = samples.subList(0, 2);
        store().prepare(samples);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                switch (damage) {
                    case "flip" -> {
                        bytes.seek(at);
                        bytes.write(whole[at] ^ 1 << at % 8);
                    }
                    case "truncate" -> bytes.setLength(at);
                    default -> bytes.setLength(whole.length + 1 + at);
                }
            }
            ImageStore again = store();
            again.prepare(samples);
            requireRight(again, samples);
            assertThat(files()).containsExactly(file);
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }

    @Test
    void damageSpoilsOneFileOnly() throws IOException {
        store().prepare(samples);
        updates.clear();
        Path file = files().get(0);
        int inFile = (int) ((Files.size(file) - 28) / (InputForm.bytes(4) + Segment.ENTRY));
        flip(file, 30);
        store().prepare(samples);
        assertThat(updates).hasSize(inFile);
    }

    private static void flip(Path file, int at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int value = bytes.read();
            bytes.seek(at);
            bytes.write(value ^ 4);
        }
    }

    @Test
    void imageThatIsChangedWhileInUseIsRefused() throws IOException {
        ImageStore store = store();
        store.prepare(samples.subList(0, 1));
        flip(files().get(0), Segment.HEADER + 5);
        assertThatThrownBy(() -> store.get(samples.get(0)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(files().get(0).toString())
                .hasMessageContaining("start again");
    }

    @Test
    void badImageIsNamedAndWhatWasFinishedStays() throws IOException {
        samples.set(6, Squares.broken(folder));
        assertThatThrownBy(() -> store().prepare(samples))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("broken.png");
        assertThat(files()).hasSize(1);
        assertThat(Squares.lastingThreads("fer4j-cache")).isEmpty();
        samples.remove(6);
        updates.clear();
        ImageStore again = store();
        again.prepare(samples);
        assertThat(updates).hasSize(5);
        requireRight(again, samples);
    }

    @Test
    void leftoversOfKilledBuildsAreRemovedOnceNobodyWritesToThem() throws IOException {
        store().prepare(samples);
        Path name = files().get(0).getFileName();
        Path old =
                Files.writeString(
                        cache.resolve("." + name + ".0f8fad5b-d9cb-469f-a165-70867728950a.part"),
                        "half");
        Path young =
                Files.writeString(
                        cache.resolve("." + name + ".0f8fad5b-d9cb-469f-a165-70867728950b.part"),
                        "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        store().prepare(samples);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void folderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(cache, "a file");
        assertThatThrownBy(this::store)
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(cache.toString());
    }

    @Test
    void fullDiskIsRefusedBeforeWorkBegins() {
        assertThatThrownBy(() -> store().requireSpace(300L << 20, 299L << 20))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("300 MiB")
                .hasMessageContaining("299 MiB");
    }

    @Test
    void imageThatWasNotPreparedIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> store().get(samples.get(0)))
                .isInstanceOf(IllegalStateException.class);
    }
}
