package dev.fer4j.train.loader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Sample;
import dev.fer4j.data.image.ImageFit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    @TempDir private Path folder;

    private Path cache;
    private List<Sample> samples;
    private final List<Progress> updates = new ArrayList<>();

    @BeforeEach
    void writeImages() throws IOException {
        cache = folder.resolve("cache");
        samples = Squares.write(folder, 10);
        // Files of the images 0 to 3, 4 to 7, 8 and 9; and all of them in another size.
        store().prepare(samples);
        new ImageStore(cache, 3, ProgressListener.none()).prepare(samples);
    }

    private ImageStore store() {
        return new ImageStore(
                cache, new InputForm(Squares.SIDE, ImageFit.STRETCH), updates::add, 4);
    }

    private static Set<String> digests(List<Sample> samples) {
        return samples.stream().map(Sample::sha256).collect(Collectors.toSet());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> !file.endsWith(".fer4j")).sorted().toList();
        }
    }

    /** Whether bytes stand in any file of the folder. */
    private boolean isThere(byte[] bytes) throws IOException {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        for (Path file : files()) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (content.contains(wanted)) {
                return true;
            }
        }
        return false;
    }

    private void requireGone(Sample sample, boolean gone) throws IOException {
        assertThat(isThere(HexFormat.of().parseHex(sample.sha256()))).isNotEqualTo(gone);
        for (int size : List.of(3, 4)) {
            byte[] rgb =
                    new ImageDecoder(new InputForm(size, ImageFit.STRETCH)).decode(sample).rgb();
            assertThat(isThere(rgb)).as("%s at %s", sample.id(), size).isNotEqualTo(gone);
        }
    }

    @Test
    void removedImagesAreInNoFileOfAnySizeAndTheOthersNeedNoDecoding() throws IOException {
        List<Sample> removed = List.of(samples.get(1), samples.get(8), samples.get(9));
        List<Sample> kept = samples.stream().filter(s -> !removed.contains(s)).toList();
        for (Sample sample : samples) {
            requireGone(sample, false);
        }

        assertThat(ImageStore.retain(cache, digests(kept))).isEqualTo(6);

        for (Sample sample : samples) {
            requireGone(sample, removed.contains(sample));
        }
        updates.clear();
        ImageStore again = store();
        again.prepare(kept);
        assertThat(updates).isEmpty();
        for (Sample sample : kept) {
            int number = Integer.parseInt(sample.id().substring(1));
            assertThat(again.get(sample).rgb()).isEqualTo(Squares.image(number).rgb());
        }
        // The file of the images 8 and 9 is gone, the one of 4 to 7 is the old one.
        assertThat(files()).hasSize(3);
    }

    @Test
    void nothingIsWrittenIfEverythingStays() throws IOException {
        List<Object> keys = new ArrayList<>();
        for (Path file : files()) {
            keys.add(Files.readAttributes(file, "unix:ino,lastModifiedTime"));
        }
        assertThat(ImageStore.retain(cache, digests(samples))).isZero();
        List<Object> after = new ArrayList<>();
        for (Path file : files()) {
            after.add(Files.readAttributes(file, "unix:ino,lastModifiedTime"));
        }
        assertThat(after).isEqualTo(keys);
    }

    @Test
    void damagedAndHalfWrittenFilesGoAndForeignOnesStay() throws IOException {
        Path segment = files().get(1);
        Path half =
                cache.resolve(
                        "." + segment.getFileName() + ".0f8fad5b-d9cb-469f-a165-70867728950a.part");
        Files.write(half, Files.readAllBytes(segment));
        Path cut = cache.resolve("rgb-4-0000000000000000.images");
        Files.write(cut, new byte[100]);
        Path notes = Files.writeString(cache.resolve("notes.part"), "mine");
        List<Path> before = files();

        assertThat(ImageStore.retain(cache, digests(samples))).isZero();

        assertThat(before).contains(half, cut, notes);
        assertThat(files())
                .isEqualTo(
                        before.stream()
                                .filter(file -> !file.equals(half) && !file.equals(cut))
                                .toList());
    }

    /** Its neighbours are not trusted either: whoever wants them has them decoded again. */
    @Test
    void imageThatStaysAndIsDamagedIsMadeAnew() throws IOException {
        Path file =
                new SegmentFolder(cache)
                        .file(new InputForm(4, ImageFit.STRETCH), sha256s(samples.subList(0, 4)));
        byte[] bytes = Files.readAllBytes(file);
        bytes[Segment.HEADER + 5] ^= 1;
        Files.write(file, bytes);
        assertThat(ImageStore.retain(cache, digests(samples.subList(0, 3)))).isPositive();
        requireGone(samples.get(3), true);
        updates.clear();
        store().prepare(samples.subList(0, 3));
        assertThat(updates).hasSize(3);
    }

    private static List<String> sha256s(List<Sample> samples) {
        return samples.stream().map(Sample::sha256).toList();
    }

    @Test
    void folderThatIsNotThereIsLeftSo() {
        assertThat(ImageStore.retain(folder.resolve("none"), Set.of())).isZero();
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
