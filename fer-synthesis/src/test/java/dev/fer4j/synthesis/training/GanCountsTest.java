package dev.fer4j.synthesis.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.train.device.PretendedGpu;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a step of a training on a GPU copies there, reads from there and leaves behind, and so for
 * generating and projecting. Each copy and each read makes the processor wait until the GPU has
 * done all that it was given.
 */
class GanCountsTest {

    private static final int STEPS = 20;

    /** Those of the four real images of a step, 16 × 16 pixels, float32. */
    private static final double BYTES_OF_IMAGES = 4 * 3 * 16 * 16 * Float.BYTES;

    @TempDir private static Path classes;
    @TempDir private static Path folder;

    private static Map<String, Double> counts;

    @BeforeAll
    static void count() throws IOException, InterruptedException {
        counts =
                PretendedGpu.run(
                        classes,
                        GanCountsProgram.class,
                        folder.toString(),
                        Integer.toString(STEPS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "regularized", "state", "generation", "projection"})
    void nothingIsAttachedToAManagerAfterwards(String work) {
        assertThat(counts).containsEntry(work + ".attached", 0.0);
    }

    /**
     * Whether weights are finite, after each of two or four updates, and all results at the end.
     */
    @Test
    void stepReadsOneNumberForEachUpdateAndItsResultsAtOnce() {
        assertThat(counts)
                .containsEntry("plain.reads", 3.0)
                .containsEntry("regularized.reads", 5.0);
    }

    /**
     * Latents and seeds of noise for both networks, three augmentations, real images; for path
     * lengths, latents and the seeds of noise and of directions.
     */
    @Test
    void stepCopiesWhatItDrawsInAFewPieces() {
        assertThat(counts)
                .containsEntry("plain.uploads", 8.0)
                .containsEntry("regularized.uploads", 11.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "regularized"})
    void stepCopiesLittleBesidesImages(String step) {
        assertThat(counts.get(step + ".bytes")).isBetween(BYTES_OF_IMAGES, BYTES_OF_IMAGES + 4096);
    }

    /** Latents, a batch of noise for each of the five layers. */
    @Test
    void generatingReadsItsImagesOnly() {
        assertThat(counts)
                .containsEntry("generation.uploads", 6.0)
                .containsEntry("generation.reads", 1.0);
    }

    @Test
    void stepHasNoMoreOperationsThanALimit() {
        assertThat(counts.get("plain.operations")).isLessThan(1600);
        assertThat(counts.get("regularized.operations")).isLessThan(3300);
    }
}
