package dev.fer4j.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.augment.internal.ByteNoise;
import dev.fer4j.augment.internal.NormalQuantiles;
import dev.fer4j.augment.internal.OutputPass;
import dev.fer4j.augment.internal.RowSource;
import dev.fer4j.augment.transform.Affine;
import dev.fer4j.augment.transform.ColourMap;
import dev.fer4j.core.RgbImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseTest {

    private static final int SIDE = 600;
    private static final double SIGMA = 20;

    /** Noise on middle grey, where 20 levels are far from clipping. */
    private static double[] noise(long seed) {
        byte[] grey = new byte[3 * SIDE * SIDE];
        Arrays.fill(grey, (byte) 128);
        RgbImage noisy =
                new AugmentationPlan(
                                SIDE,
                                SIDE,
                                List.of(
                                        new PlanStep.Composition(
                                                Affine.IDENTITY, ColourMap.IDENTITY, SIGMA, seed)))
                        .apply(new RgbImage(SIDE, SIDE, grey));
        double[] values = new double[grey.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (noisy.rgb()[i] & 0xff) - 128;
        }
        return values;
    }

    /** Five standard errors of a correlation of 1,080,000 values that have none. */
    private static final double NONE = 5 / Math.sqrt(3.0 * SIDE * SIDE);

    @Test
    void meanAndDeviationOfAMillionValuesAreWithinOnePercent() {
        double[] values = noise(3);
        double mean = Arrays.stream(values).average().orElseThrow();
        double square = Arrays.stream(values).map(v -> v * v).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.01 * SIGMA));
        assertThat(Math.sqrt(square - mean * mean)).isCloseTo(SIGMA, within(0.01 * SIGMA));
        // A normal variable's fourth moment is three times the square of its variance.
        double fourth = Arrays.stream(values).map(v -> v * v * v * v).average().orElseThrow();
        assertThat(fourth / (square * square)).isCloseTo(3, within(0.03));
    }

    @Test
    void neighboursAndChannelsAndRowsAreUncorrelated() {
        double[] values = noise(4);
        for (int distance : new int[] {1, 2, 3, 4, 6, 3 * SIDE, 3 * SIDE + 3}) {
            double[] others = Arrays.copyOfRange(values, distance, values.length);
            assertThat(correlation(values, others)).as("%s apart", distance).isBetween(-NONE, NONE);
        }
    }

    @Test
    void imagesWithNeighbouringSeedsAreUncorrelated() {
        double[] first = noise(5);
        assertThat(correlation(first, noise(6))).isBetween(-NONE, NONE);
        assertThat(correlation(first, noise(Long.MIN_VALUE + 5))).isBetween(-NONE, NONE);
    }

    private static double correlation(double[] a, double[] b) {
        int n = Math.min(a.length, b.length);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i] * b[i];
        }
        return sum / n / (SIGMA * SIGMA);
    }

    /** {@code python3 -c "import scipy.stats as s; print(s.norm.ppf([1e-5, .01, .2, .45]))"}. */
    @Test
    void quantilesAreThoseOfTheNormalDistribution() {
        assertThat(NormalQuantiles.quantile(1e-5)).isCloseTo(-4.26489079392284, within(1e-12));
        assertThat(NormalQuantiles.quantile(0.01)).isCloseTo(-2.32634787404084, within(1e-12));
        assertThat(NormalQuantiles.quantile(0.2)).isCloseTo(-0.84162123357291, within(1e-12));
        assertThat(NormalQuantiles.quantile(0.45)).isCloseTo(-0.12566134685507, within(1e-12));
    }

    @Test
    void pairsTakeEachValueTwiceAndAreUncorrelated() {
        float[] second = new float[NormalQuantiles.COUNT];
        double sum = 0;
        double product = 0;
        double squares = 0;
        for (int i = 0; i < second.length; i++) {
            double a = NormalQuantiles.first(i);
            second[i] = NormalQuantiles.second(i);
            sum += a;
            product += a * second[i];
            squares += a * a * second[i] * second[i];
        }
        assertThat(sum).isCloseTo(0, within(1e-3));
        assertThat(product / second.length).isCloseTo(0, within(2e-4));
        assertThat(squares / second.length).isCloseTo(1, within(2e-3));
        Arrays.sort(second);
        for (int i = 0; i < second.length; i++) {
            assertThat(second[i]).isEqualTo(NormalQuantiles.first(i));
        }
    }

    /** Eight bytes at once give what single values give. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "3, 5", "7, 5", "8, 20", "64, 128"})
    void noiseAloneIsTheSameAsAfterAWarp(int width, double sigma) {
        byte[] rgb = new byte[3 * width * 40];
        new Random(width).nextBytes(rgb);
        RgbImage image = new RgbImage(width, 40, rgb);
        OutputPass pass = new OutputPass(sigma, 9, 3 * width);
        byte[] expected = new byte[rgb.length];
        float[] row = new float[OutputPass.padded(3 * width)];
        for (int y = 0; y < 40; y++) {
            RowSource.copying(image).fill(y, row);
            pass.write(row, y, expected);
        }
        assertThat(ByteNoise.apply(image, sigma, 9).rgb()).isEqualTo(expected);
        assertThat(expected).isNotEqualTo(rgb);
    }
}
