package dev.fer4j.train.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Seed;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images of one grey level each, so that pixels tell the shares of the images they come from. */
class BatchMixerTest {

    private static final int SIZE = 8;
    private static final int BYTES = 3 * SIZE * SIZE;

    private final float[] targets = {1, 0, 0, 1, 0};
    private final ByteBuffer pixels = ByteBuffer.allocateDirect(targets.length * BYTES);

    private void mix(BatchAugmentation augmentation, long seed) {
        for (int i = 0; i < targets.length; i++) {
            targets[i] = i % 3 == 0 ? 1 : 0;
            for (int k = 0; k < BYTES; k++) {
                pixels.put(i * BYTES + k, (byte) level(i));
            }
        }
        new BatchMixer(pixels, SIZE, targets, new Seed(seed).generator()).apply(augmentation);
    }

    /** 240 for the positive class, 40 for the other. */
    private static int level(int image) {
        return image % 3 == 0 ? 240 : 40;
    }

    private double mean(int image) {
        double sum = 0;
        for (int k = 0; k < BYTES; k++) {
            sum += pixels.get(image * BYTES + k) & 0xff;
        }
        return sum / BYTES;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mixupMixesPixelsAndTargetsAlike(long seed) {
        mix(new BatchAugmentation.Mixup(1), seed);
        for (int i = 0; i < targets.length; i++) {
            assertThat(mean(i)).isCloseTo(40 + 200 * targets[i], within(0.51));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void cutMixTargetsAreTheAreaThatIsLeft(long seed) {
        mix(new BatchAugmentation.CutMix(1), seed);
        for (int i = 0; i < targets.length; i++) {
            assertThat(mean(i)).isCloseTo(40 + 200 * targets[i], within(1e-4));
        }
    }

    @Test
    void batchesAreReallyMixedAndSeedsDiffer() {
        int mixed = 0;
        for (int seed = 0; seed < 20; seed++) {
            mix(new BatchAugmentation.CutMix(1), seed);
            for (float target : targets) {
                mixed += target > 0 && target < 1 ? 1 : 0;
            }
        }
        assertThat(mixed).isGreaterThan(20);
    }

    @Test
    void theSumOfTargetsStays() {
        mix(new BatchAugmentation.Mixup(0.4), 11);
        float sum = 0;
        for (float target : targets) {
            sum += target;
        }
        assertThat(sum).isCloseTo(2, within(1e-5f));
    }

    /** Variance of Beta(α, α): 1 / (4 (2α + 1)). */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 0.4, 1, 5})
    void sharesHaveTheMomentsOfTheBetaDistribution(double alpha) {
        var random = new Seed(9).generator();
        Beta beta = new Beta(alpha);
        int draws = 100_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double value = beta.draw(random);
            assertThat(value).isBetween(0.0, 1.0);
            sum += value;
            squares += (value - 0.5) * (value - 0.5);
        }
        assertThat(sum / draws).isCloseTo(0.5, within(0.006));
        double variance = 1 / (4 * (2 * alpha + 1));
        assertThat(squares / draws).isCloseTo(variance, within(0.02 * variance));
    }

    @Test
    void badAlphaIsRefusedByName() {
        assertThatThrownBy(() -> new BatchAugmentation.Mixup(0)).hasMessageContaining("mixup");
        assertThatThrownBy(() -> new BatchAugmentation.CutMix(Double.NaN))
                .hasMessageContaining("CutMix")
                .hasMessageContaining("NaN");
    }
}
