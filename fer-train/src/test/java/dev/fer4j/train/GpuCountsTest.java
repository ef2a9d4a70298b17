package dev.fer4j.train;

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
 * What work on a GPU copies there, reads from there and leaves behind. Each copy and each read
 * makes the processor wait until the GPU has done all that it was given.
 */
class GpuCountsTest {

    private static final int PIECES = 1000;

    @TempDir private static Path classes;
    @TempDir private static Path folder;

    private static Map<String, Double> counts;

    @BeforeAll
    static void count() throws IOException, InterruptedException {
        counts =
                PretendedGpu.run(
                        classes,
                        GpuCountsProgram.class,
                        folder.toString(),
                        Integer.toString(PIECES));
    }

    /** A manager and an array for each read: why arrays are read by {@code HostValues}. */
    @Test
    void readingByTheEngineAloneLeavesCopies() {
        assertThat(counts).containsEntry("read.djl.attached", 2.0 * PIECES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read.floats",
                "read.bytes",
                "read.number",
                "plain.update",
                "plain.step",
                "plain.capture",
                "all.update",
                "all.step",
                "all.capture",
                "prediction"
            })
    void nothingIsAttachedToAManagerAfterwards(String work) {
        assertThat(counts).containsEntry(work + ".attached", 0.0);
    }

    @Test
    void updateReadsOneNumberAndCopiesNothing() {
        assertThat(counts)
                .containsEntry("plain.update.reads", 1.0)
                .containsEntry("plain.update.uploads", 0.0);
    }

    /** With clipping, the norm is read as well; the average takes no more. */
    @Test
    void clippingAndAveragingReadOneMoreNumber() {
        assertThat(counts)
                .containsEntry("all.update.reads", 2.0)
                .containsEntry("all.update.uploads", 0.0);
    }

    /** Two stages' rates, each with and without decay: four lists, of ten operations each. */
    @Test
    void updateIsAFewOperationsHoweverManyArraysThereAre() {
        assertThat(counts.get("plain.update.operations")).isLessThan(50);
    }

    /** Images, targets and weights go there; logits and the update's number or two come back. */
    @ParameterizedTest
    @ValueSource(strings = {"plain.step", "all.step"})
    void stepSynchronizesNoMoreThanSixTimes(String step) {
        assertThat(counts.get(step + ".uploads")).isLessThanOrEqualTo(3);
        assertThat(counts.get(step + ".reads")).isLessThanOrEqualTo(3);
    }

    @Test
    void captureCopiesNothingThere() {
        assertThat(counts).containsEntry("all.capture.uploads", 0.0);
    }

    @Test
    void predictionSynchronizesTwice() {
        assertThat(counts)
                .containsEntry("prediction.uploads", 1.0)
                .containsEntry("prediction.reads", 1.0);
    }

    /** Both ways to make updates round differently, which two epochs enlarge. */
    @Test
    void trainingThereIsThatOnTheCpu() {
        assertThat(counts.get("training.difference")).isLessThan(1e-4);
    }
}
