package dev.fer4j.train.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.augment.Augmentation;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.augment.FunctionException;
import dev.fer4j.augment.Geometric;
import dev.fer4j.augment.Noise;
import dev.fer4j.augment.PixelFunction;
import dev.fer4j.augment.Splitting;
import dev.fer4j.core.InputException;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.data.image.ImageFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentedImagesTest {

    private static final int SIDE = 24;

    @TempDir private Path folder;

    private Path grey;
    private Path lighter;

    /** Two images of one level each. */
    @BeforeEach
    void writeImages() throws IOException {
        grey = flat("grey.png", 60);
        lighter = flat("lighter.png", 70);
    }

    private Path flat(String name, int level) throws IOException {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        Arrays.fill(rgb, (byte) level);
        Path file = folder.resolve(name).toAbsolutePath();
        ImageFiles.writePng(file, new RgbImage(SIDE, SIDE, rgb));
        return file;
    }

    private static Sample sample(String id, String source, String recording, Path file)
            throws IOException {
        Sample like = Squares.sample(0, file, Sha256.of(file));
        return new Sample(
                id,
                file,
                like.label(),
                like.participant(),
                recording,
                like.ad(),
                like.category(),
                source,
                like.origin(),
                like.demographics(),
                like.rights(),
                like.sha256());
    }

    private static TrainingPass pass(
            AugmentationPolicy policy, ImageSource images, int epoch, List<TrainingItem> items) {
        return new TrainingPass(
                items,
                new AugmentedImages(policy, new Seed(3), images),
                BatchAugmentation.none(),
                epoch);
    }

    /** Pixels of each sample, by way of workers. */
    private static List<ByteBuffer> pixels(
            AugmentationPolicy policy, int workers, int epoch, List<TrainingItem> items) {
        ImageCache images = new ImageCache(SIDE, 1 << 20);
        List<ByteBuffer> pixels = new ArrayList<>();
        try (BatchLoader loader = new BatchLoader(images, 2, workers)) {
            Iterator<Batch> batches = loader.pass(pass(policy, images, epoch, items), 0);
            while (batches.hasNext()) {
                Batch batch = batches.next();
                for (int i = 0; i < batch.samples().size(); i++) {
                    byte[] image = new byte[3 * SIDE * SIDE];
                    batch.pixels().get(i * image.length, image);
                    pixels.add(ByteBuffer.wrap(image));
                }
            }
        }
        return pixels;
    }

    private static List<TrainingItem> items(Sample... samples) {
        return Arrays.stream(samples).map(TrainingItem::new).toList();
    }

    /** All samples show the same pixels: what differs afterwards had another plan. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void framesOfARecordingGetOnePlanInAnEpoch(int workers) throws IOException {
        AugmentationPolicy policy =
                AugmentationPolicy.paper().withScope(AugmentationPolicy.Scope.RECORDING);
        List<TrainingItem> items =
                items(
                        sample("1", "a", "r", grey),
                        sample("2", "a", "r", grey),
                        sample("3", "a", "s", grey),
                        sample("4", "b", "r", grey),
                        // Neither name is taken for a part of the other.
                        sample("5", "a/x", "y", grey),
                        sample("6", "a", "x/y", grey),
                        sample("7", "a", "r", grey));

        List<ByteBuffer> first = pixels(policy, workers, 1, items);

        assertThat(first.get(1)).isEqualTo(first.get(0));
        assertThat(first.get(6)).isEqualTo(first.get(0));
        assertThat(first.stream().distinct()).hasSize(5);
        List<ByteBuffer> second = pixels(policy, workers, 2, items);
        assertThat(second.get(1)).isEqualTo(second.get(0));
        assertThat(second).doesNotContainAnyElementsOf(first);
        assertThat(pixels(policy, workers, 1, items)).isEqualTo(first);
        // By themselves all differ.
        List<ByteBuffer> single = pixels(AugmentationPolicy.paper(), workers, 1, items);
        assertThat(single.stream().distinct()).hasSize(items.size());
    }

    @Test
    void differencesBetweenFramesStayInSpiteOfNoise() throws IOException {
        AugmentationPolicy noise = new AugmentationPolicy(List.of(new Noise.GaussianNoise(5, 5)));
        List<TrainingItem> items =
                items(sample("1", "a", "r", grey), sample("2", "a", "r", lighter));
        List<ByteBuffer> frames =
                pixels(noise.withScope(AugmentationPolicy.Scope.RECORDING), 2, 1, items);
        List<ByteBuffer> single = pixels(noise, 2, 1, items);
        int differing = 0;
        for (int i = 0; i < 3 * SIDE * SIDE; i++) {
            assertThat(frames.get(1).get(i) - frames.get(0).get(i)).isEqualTo(10);
            differing += single.get(1).get(i) - single.get(0).get(i) == 10 ? 0 : 1;
        }
        assertThat(differing).isGreaterThan(SIDE * SIDE);
        assertThat(frames.get(0).array()).contains(55, 60, 65);
    }

    @Test
    void copiesOfARecordingsFramesShareAnotherPlan() throws IOException {
        TrainingItem first = new TrainingItem(sample("1", "a", "r", grey));
        TrainingItem second = new TrainingItem(sample("2", "a", "r", grey));
        List<ByteBuffer> pixels =
                pixels(
                        AugmentationPolicy.paper().withScope(AugmentationPolicy.Scope.RECORDING),
                        2,
                        1,
                        List.of(first, second, first.withDraw(1), second.withDraw(1)));
        assertThat(pixels.get(1)).isEqualTo(pixels.get(0));
        assertThat(pixels.get(2)).isNotEqualTo(pixels.get(0));
        assertThat(pixels.get(3)).isEqualTo(pixels.get(2));
    }

    /** Red is a sample's number everywhere, wherever geometry takes it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void labelsStayWithTheirImages(int workers) throws IOException {
        List<Sample> samples = new ArrayList<>(Squares.write(folder, 23));
        Collections.shuffle(samples, new Random(5));
        AugmentationPolicy policy =
                new AugmentationPolicy(
                        List.of(
                                new Geometric.Rotation(180),
                                new Geometric.HorizontalFlip(0.5),
                                new Geometric.RandomCrop(0.5, 1, 2),
                                new Splitting.GaussianBlur(0, 1),
                                new Geometric.Translation(0.5, 0.5)));
        ImageCache images = new ImageCache(Squares.SIDE, 1 << 20);
        int seen = 0;
        try (BatchLoader loader = new BatchLoader(images, 4, workers)) {
            List<TrainingItem> items = samples.stream().map(TrainingItem::new).toList();
            Iterator<Batch> batches = loader.pass(pass(policy, images, 1, items), 0);
            while (batches.hasNext()) {
                Batch batch = batches.next();
                for (int i = 0; i < batch.samples().size(); i++) {
                    Sample sample = batch.samples().get(i);
                    assertThat(sample).isEqualTo(samples.get(seen++));
                    int number = Integer.parseInt(sample.id().substring(1));
                    assertThat(batch.target(i)).isEqualTo(number % 3 == 0 ? 1f : 0f);
                    for (int k = 0; k < Squares.SIDE * Squares.SIDE; k++) {
                        int red = 3 * (Squares.SIDE * Squares.SIDE * i + k);
                        assertThat(batch.pixels().get(red)).isEqualTo((byte) number);
                    }
                }
            }
        }
        assertThat(seen).isEqualTo(23);
    }

    /** Takes batches of two until one fails, which is the fourth. */
    private void takeFour(Augmentation augmentation) throws IOException {
        List<Sample> samples = Squares.write(folder, 9);
        ImageCache images = new ImageCache(Squares.SIDE, 1 << 20);
        AugmentationPolicy policy = new AugmentationPolicy(List.of(augmentation));
        try (BatchLoader loader = new BatchLoader(images, 2, 2)) {
            List<TrainingItem> items = samples.stream().map(TrainingItem::new).toList();
            Iterator<Batch> batches = loader.pass(pass(policy, images, 1, items), 0);
            for (int i = 0; i < 4; i++) {
                batches.next();
            }
        }
    }

    /** Fails for the seventh image. */
    private static PixelFunction failing(Runnable failure) {
        return (image, random) -> {
            if (image.at(0, 0, 0) == 7) {
                failure.run();
            }
            return image;
        };
    }

    @Test
    void functionThatFailsIsToldWithItsImage() {
        ArithmeticException cause = new ArithmeticException("by zero");
        PixelFunction function =
                failing(
                        () -> {
                            throw cause;
                        });
        assertThatThrownBy(() -> takeFour(new Splitting.Custom("glasses", function)))
                .isInstanceOf(FunctionException.class)
                .hasMessageStartingWith(folder.resolve("s7.png").toAbsolutePath() + ": ")
                .hasMessageContaining("'glasses' failed: java.lang.ArithmeticException: by zero")
                .hasCause(cause);
    }

    @Test
    void functionThatMakesAnotherSizeIsToldWithItsImage() {
        PixelFunction function =
                (image, random) -> image.at(0, 0, 0) == 7 ? new RgbImage(1, 1, new byte[3]) : image;
        assertThatThrownBy(() -> takeFour(new Splitting.Custom("glasses", function)))
                .isInstanceOf(FunctionException.class)
                .hasMessageContaining("s7.png: the function 'glasses' returned an image of 1 × 1");
    }

    @Test
    void lackOfMemoryPasses() {
        OutOfMemoryError error = new OutOfMemoryError("heap");
        PixelFunction function =
                failing(
                        () -> {
                            throw error;
                        });
        assertThatThrownBy(() -> takeFour(new Splitting.Custom("glasses", function)))
                .isSameAs(error);
    }

    @Test
    void imageThatIsSmallerThanTheCropIsNamed() {
        assertThatThrownBy(() -> takeFour(new Geometric.FixedCrop(5, 4)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("s0.png: fixed-crop: a window of 5 × 4 pixels")
                .hasMessageContaining("4 × 4");
    }
}
