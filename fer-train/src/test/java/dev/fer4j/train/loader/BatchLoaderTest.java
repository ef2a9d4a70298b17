package dev.fer4j.train.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Demographics;
import dev.fer4j.core.Label;
import dev.fer4j.core.Origin;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Rights;
import dev.fer4j.core.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLoaderTest {

    private static final List<Sample> SAMPLES =
            IntStream.range(0, 23).mapToObj(BatchLoaderTest::sample).toList();

    private static Sample sample(int number) {
        return new Sample(
                "s" + number,
                Path.of("s" + number).toAbsolutePath(),
                number % 3 == 0 ? Label.INTERESTED : Label.NOT_INTERESTED,
                "p",
                "r",
                Optional.empty(),
                Optional.empty(),
                "source",
                new Origin.StillImage("x"),
                Demographics.UNKNOWN,
                Rights.UNKNOWN,
                "0".repeat(64));
    }

    /** Red is the sample's number, green and blue tell row and column. */
    private static RgbImage image(Sample sample) {
        int number = Integer.parseInt(sample.id().substring(1));
        byte[] rgb = new byte[3 * 2 * 2];
        for (int i = 0; i < 4; i++) {
            rgb[3 * i] = (byte) number;
            rgb[3 * i + 1] = (byte) (100 + i / 2);
            rgb[3 * i + 2] = (byte) (200 + i % 2);
        }
        return new RgbImage(2, 2, rgb);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void orderDoesNotDependOnTheNumberOfWorkers(int workers) {
        List<String> ids = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        try (BatchLoader loader = new BatchLoader(5, workers)) {
            assertThat(loader.batches(SAMPLES.size())).isEqualTo(5);
            Iterator<Batch> batches = loader.pass(SAMPLES, BatchLoaderTest::image);
            while (batches.hasNext()) {
                Batch batch = batches.next();
                sizes.add(batch.samples().size());
                batch.samples().forEach(sample -> ids.add(sample.id()));
                for (int i = 0; i < batch.samples().size(); i++) {
                    assertThat(batch.pixels().get(12 * i))
                            .isEqualTo(
                                    (byte)
                                            Integer.parseInt(
                                                    batch.samples().get(i).id().substring(1)));
                }
            }
            assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(ids).isEqualTo(SAMPLES.stream().map(Sample::id).toList());
        assertThat(sizes).containsExactly(5, 5, 5, 5, 3);
    }

    @Test
    void failureOfAnImageReachesTheOneWhoTakesItsBatch() {
        try (BatchLoader loader = new BatchLoader(4, 2)) {
            Iterator<Batch> batches =
                    loader.pass(
                            SAMPLES,
                            sample -> {
                                if (sample.id().equals("s6")) {
                                    throw new IllegalStateException("s6 is broken");
                                }
                                return image(sample);
                            });
            assertThat(batches.next().samples()).hasSize(4);
            assertThatThrownBy(batches::next).hasMessage("s6 is broken");
        }
    }

    @Test
    void networkGetsRedGreenBlueBetweenMinusOneAndOne() {
        try (NDManager manager = NDManager.newBaseManager();
                BatchLoader loader = new BatchLoader(3, 1)) {
            Batch batch = loader.pass(SAMPLES, BatchLoaderTest::image).next();
            NDArray images = batch.images(manager);
            assertThat(images.getShape()).isEqualTo(new Shape(3, 3, 2, 2));
            assertThat(images.getDataType()).isEqualTo(DataType.FLOAT32);
            assertThat(images.getFloat(2, 0, 0, 0)).isCloseTo(2 / 127.5f - 1, within(1e-6f));
            assertThat(images.getFloat(2, 1, 1, 0)).isCloseTo(101 / 127.5f - 1, within(1e-6f));
            assertThat(images.getFloat(2, 2, 0, 1)).isCloseTo(201 / 127.5f - 1, within(1e-6f));
            assertThat(batch.targets(manager).toFloatArray()).containsExactly(1, 0, 0);
        }
    }
}
