package dev.fer4j.synthesis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComputedNormalsTest {

    private static final int MANY = 100_000;

    private final NDManager manager = NDManager.newBaseManager(Device.cpu());
    private final ComputedNormals normals = new ComputedNormals(manager);

    @AfterEach
    void close() {
        manager.close();
    }

    private double[] numbers(List<Seed> seeds, int each) {
        NDArray numbers = normals.of(manager, seeds, each);
        assertThat(numbers.getShape()).isEqualTo(new Shape(seeds.size(), each));
        assertThat(numbers.getDataType()).isEqualTo(DataType.FLOAT32);
        return numbers.toType(DataType.FLOAT64, false).toDoubleArray();
    }

    private static List<Seed> seeds(int count) {
        return LongStream.range(0, count).mapToObj(Seed::new).toList();
    }

    /** The first outputs for the seed 1234567 are published, and Java's generator has them too. */
    @Test
    void numbersAreThoseOfSplitMix64ByBoxMuller() {
        SplittableRandom reference = new SplittableRandom(1234567);
        long[] bits = reference.longs(1000).toArray();
        assertThat(Arrays.copyOf(bits, 3))
                .containsExactly(
                        6457827717110365317L,
                        3203168211198807973L,
                        Long.parseUnsignedLong("9817491932198370423"));
        double[] numbers = numbers(List.of(new Seed(1234567)), 2000);
        for (int k = 0; k < 1000; k++) {
            double uniform = ((bits[k] >>> 32) + 0.5) / 0x1p32;
            double radius = Math.sqrt(-2 * Math.log(uniform));
            double angle = 2 * Math.PI * (bits[k] & 0xffffffffL) / 0x1p32;
            assertThat(numbers[k]).isCloseTo(radius * Math.cos(angle), within(1e-4));
            assertThat(numbers[1000 + k]).isCloseTo(radius * Math.sin(angle), within(1e-4));
        }
    }

    /** With limits that one in a thousand seeds would exceed. */
    @Test
    void numbersOfARowAreNormal() {
        assertStandardNormal(numbers(List.of(new Seed(5)), MANY));
    }

    /** Seeds that follow one another give unrelated numbers. */
    @Test
    void numbersOfManySeedsAreNormal() {
        assertStandardNormal(numbers(seeds(MANY), 1));
    }

    private static void assertStandardNormal(double[] values) {
        assertThat(StatUtils.mean(values)).isCloseTo(0, within(3.3 / Math.sqrt(MANY)));
        assertThat(StatUtils.variance(values)).isCloseTo(1, within(3.3 * Math.sqrt(2.0 / MANY)));
        double distance =
                new KolmogorovSmirnovTest()
                        .kolmogorovSmirnovStatistic(new NormalDistribution(), values);
        assertThat(distance).isLessThan(1.95 / Math.sqrt(MANY));
    }

    @Test
    void numbersAreNotCorrelated() {
        double[] values = numbers(List.of(new Seed(1), new Seed(2)), MANY);
        double[] row = Arrays.copyOf(values, MANY);
        assertUncorrelated(row, Arrays.copyOfRange(values, MANY, 2 * MANY));
        assertUncorrelated(Arrays.copyOf(row, MANY - 1), Arrays.copyOfRange(row, 1, MANY));
        // The two numbers of a pair, and their sizes.
        double[] cosines = Arrays.copyOf(row, MANY / 2);
        double[] sines = Arrays.copyOfRange(row, MANY / 2, MANY);
        assertUncorrelated(cosines, sines);
        assertUncorrelated(squares(cosines), squares(sines));
    }

    private static void assertUncorrelated(double[] one, double[] other) {
        assertThat(new PearsonsCorrelation().correlation(one, other))
                .isCloseTo(0, within(3.3 / Math.sqrt(one.length)));
    }

    private static double[] squares(double[] values) {
        return Arrays.stream(values).map(value -> value * value).toArray();
    }

    /** Vectors of several lengths round alike, except for the last bit. */
    @Test
    void rowDoesNotDependOnTheOthers() {
        double[] together = numbers(seeds(5), 777);
        double[] alone = numbers(List.of(new Seed(3)), 777);
        for (int i = 0; i < alone.length; i++) {
            assertThat(alone[i]).isCloseTo(together[3 * 777 + i], within(1e-6));
        }
    }

    @Test
    void oddLengthsLackTheLastNumber() {
        double[] even = numbers(List.of(new Seed(8)), 10);
        assertThat(numbers(List.of(new Seed(8)), 9)).containsExactly(Arrays.copyOf(even, 9));
    }

    @Test
    void nothingElseIsLeftBehind() {
        normals.of(manager, seeds(3), 5).close();
        int before = manager.getManagedArrays().size();
        for (int i = 0; i < 100; i++) {
            normals.of(manager, seeds(3), 5).close();
        }
        assertThat(manager.getManagedArrays()).hasSize(before);
    }
}
