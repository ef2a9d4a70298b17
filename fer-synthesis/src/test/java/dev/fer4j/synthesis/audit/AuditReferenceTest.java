package dev.fer4j.synthesis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Against numpy and SciPy; see {@code src/test/python/audit_reference.py}. */
class AuditReferenceTest {

    private long state;

    private double uniform() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }

    private ImageFeatures features(String name, int count, int width, double shift) {
        List<String> images = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(name + i);
            double[] row = new double[width];
            for (int j = 0; j < width; j++) {
                row[j] = uniform() + shift;
            }
            rows.add(row);
        }
        return ImageFeatures.of(images, rows);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "audit-reference.csv", numLinesToSkip = 1)
    void distancesAreThoseOfTheFormulas(
            long seed,
            int real,
            int generated,
            int width,
            double shift,
            double kid,
            double fid,
            double precision,
            double recall,
            double density,
            double coverage) {
        state = seed;
        ImageFeatures x = features("r", real, width, 0);
        ImageFeatures y = features("g", generated, width, shift);

        KernelDistance kernel = KernelDistance.of(x, y, new Seed(1));
        assertThat(kernel.value()).isCloseTo(kid, within(1e-12 + 1e-12 * Math.abs(kid)));
        assertThat(kernel.deviation()).isEmpty();
        // SciPy's own root of a singular matrix is good to some 1e-7.
        assertThat(FrechetDistance.of(x, y).value()).isCloseTo(fid, within(3e-6));
        PrecisionRecall shares = PrecisionRecall.of(x, y, 3);
        assertThat(shares.precision()).isEqualTo(precision);
        assertThat(shares.recall()).isEqualTo(recall);
        DensityCoverage balls = DensityCoverage.of(x, y, 5);
        assertThat(balls.density()).isCloseTo(density, within(1e-12));
        assertThat(balls.coverage()).isEqualTo(coverage);
    }
}
