package dev.fer4j.train.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.TrainingItem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLoaderTest {

    private static final int BYTES = 3 * Squares.SIDE * Squares.SIDE;

    @TempDir private Path folder;

    private List<Sample> samples;
    private ImageCache images;

    @BeforeEach
    void writeImages() throws IOException {
        samples = Squares.write(folder, 23);
        images = new ImageCache(Squares.SIDE, 1 << 20);
    }

    private BatchLoader loader(int batchSize, int workers) {
        return new BatchLoader(images, batchSize, workers);
    }

    private TrainingPass training(BatchAugmentation mixing, int epoch) {
        return new TrainingPass(
                samples.stream().map(TrainingItem::new).toList(),
                new AugmentedImages(AugmentationPolicy.paper(), new Seed(3), images),
                mixing,
                epoch);
    }

    /** Pixels and targets of each batch. */
    private static List<List<Object>> contents(Iterator<Batch> batches) {
        List<List<Object>> contents = new ArrayList<>();
        while (batches.hasNext()) {
            Batch batch = batches.next();
            ByteBuffer copy = ByteBuffer.allocate(batch.pixels().remaining());
            copy.put(batch.pixels()).flip();
            List<Object> content = new ArrayList<>(List.of(copy));
            for (int i = 0; i < batch.samples().size(); i++) {
                content.add(batch.target(i));
            }
            contents.add(content);
        }
        return contents;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void orderDoesNotDependOnTheNumberOfWorkers(int workers) {
        List<String> ids = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        try (BatchLoader loader = loader(5, workers)) {
            assertThat(loader.batches(samples.size())).isEqualTo(5);
            Iterator<Batch> batches = loader.pass(samples);
            while (batches.hasNext()) {
                Batch batch = batches.next();
                sizes.add(batch.samples().size());
                assertThat(batch.pixels().isDirect()).isTrue();
                assertThat(batch.pixels().remaining()).isEqualTo(batch.samples().size() * BYTES);
                for (int i = 0; i < batch.samples().size(); i++) {
                    assertThat(batch.pixels().get(BYTES * i)).isEqualTo((byte) ids.size());
                    ids.add(batch.samples().get(i).id());
                }
            }
            assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(ids).isEqualTo(samples.stream().map(Sample::id).toList());
        assertThat(sizes).containsExactly(5, 5, 5, 5, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void augmentedAndMixedContentDoesNotDependOnTheNumberOfWorkers(int workers) {
        TrainingPass pass = training(new BatchAugmentation.CutMix(1), 2);
        try (BatchLoader one = loader(4, 1);
                BatchLoader more = loader(4, workers)) {
            List<List<Object>> expected = contents(one.pass(pass, 0));
            assertThat(contents(more.pass(pass, 0))).isEqualTo(expected);
            assertThat(contents(more.pass(training(new BatchAugmentation.CutMix(1), 3), 0)))
                    .isNotEqualTo(expected);
        }
    }

    @Test
    void passCanStartAtAnyStepWithoutReadingWhatStandsBefore() throws IOException {
        TrainingPass pass = training(new BatchAugmentation.Mixup(0.4), 2);
        List<List<Object>> all;
        try (BatchLoader loader = loader(5, 2)) {
            all = contents(loader.pass(pass, 0));
        }
        images = new ImageCache(Squares.SIDE, 1 << 20);
        for (Sample sample : samples.subList(0, 15)) {
            Files.delete(sample.file());
        }
        try (BatchLoader loader = loader(5, 2)) {
            TrainingPass again = training(new BatchAugmentation.Mixup(0.4), 2);
            assertThat(contents(loader.pass(again, 3))).isEqualTo(all.subList(3, 5));
            assertThat(loader.pass(again, 5).hasNext()).isFalse();
        }
    }

    @Test
    void badImageIsNamedToTheOneWhoTakesItsBatch() throws IOException {
        samples.set(6, Squares.broken(folder));
        try (BatchLoader loader = loader(4, 2)) {
            Iterator<Batch> batches = loader.pass(samples);
            assertThat(batches.next().samples()).hasSize(4);
            assertThatThrownBy(batches::next)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("broken.png");
        }
    }

    @Test
    void imageThatIsNotTheListedOneIsRefused() throws IOException {
        Files.copy(
                samples.get(1).file(), samples.get(2).file(), StandardCopyOption.REPLACE_EXISTING);
        try (BatchLoader loader = loader(4, 1)) {
            assertThatThrownBy(loader.pass(samples)::next)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(samples.get(2).file().toString())
                    .hasMessageContaining("digest");
        }
    }

    @Test
    void memoryIsUsedAgainAndABatchThatIsOverSaysSo() {
        try (BatchLoader loader = loader(1, 1);
                NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Iterator<Batch> batches = loader.pass(samples);
            Batch first = batches.next();
            batches.next();
            assertThatThrownBy(first::pixels).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> first.images(manager))
                    .isInstanceOf(IllegalStateException.class);
            while (batches.hasNext()) {
                batches.next();
            }
            // One worker is two batches ahead of the one that is read.
            assertThat(loader.buffers()).isBetween(1, 3);
        }
    }

    @Test
    void closingInTheMiddleLeavesNoThreadAndASecondTimeDoesNothing() {
        BatchLoader loader = loader(2, 3);
        Iterator<Batch> batches = loader.pass(training(BatchAugmentation.none(), 1), 0);
        batches.next();
        assertThat(Squares.threads("fer4j-loader")).isNotEmpty();
        loader.close();
        assertThat(Squares.lastingThreads("fer4j-loader")).isEmpty();
        loader.close();
        assertThatThrownBy(batches::next).isInstanceOf(CancellationException.class);
    }

    @Test
    void interruptedThreadGetsNoFurtherBatchAndKeepsItsMark() {
        try (BatchLoader loader = loader(2, 2)) {
            Iterator<Batch> batches = loader.pass(samples);
            batches.next();
            Thread.currentThread().interrupt();
            assertThatThrownBy(batches::next).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(Squares.lastingThreads("fer4j-loader")).isEmpty();
    }

    @Test
    void passOfOtherSizeIsRefused() {
        try (BatchLoader loader = new BatchLoader(new ImageCache(5, 1), 2, 1)) {
            assertThatThrownBy(() -> loader.pass(training(BatchAugmentation.none(), 1), 0))
                    .hasMessageContaining("4 pixels")
                    .hasMessageContaining("5");
        }
    }

    @Test
    void networkGetsRedGreenBlueBetweenMinusOneAndOne() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu());
                BatchLoader loader = loader(3, 1)) {
            Batch batch = loader.pass(samples).next();
            NDArray images = batch.images(manager);
            assertThat(images.getShape()).isEqualTo(new Shape(3, 3, 4, 4));
            assertThat(images.getDataType()).isEqualTo(DataType.FLOAT32);
            assertThat(images.getFloat(2, 0, 0, 0)).isCloseTo(2 / 127.5f - 1, within(1e-6f));
            assertThat(images.getFloat(2, 1, 1, 0)).isCloseTo(101 / 127.5f - 1, within(1e-6f));
            assertThat(images.getFloat(2, 2, 0, 1)).isCloseTo(201 / 127.5f - 1, within(1e-6f));
            assertThat(batch.targets(manager).toFloatArray()).containsExactly(1, 0, 0);
        }
    }
}
