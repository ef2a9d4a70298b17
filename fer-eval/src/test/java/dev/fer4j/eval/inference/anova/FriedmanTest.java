package dev.fer4j.eval.inference.anova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Reference;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FriedmanTest {

    static List<Reference> cases() throws IOException {
        return Reference.of("friedman");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithFractionsEnumerationAndSciPy(Reference reference) {
        Finding<Friedman> test = Friedman.of(reference.table(0));

        assertThat(test.result().isEmpty()).isEqualTo(reference.isUndefined(1));
        test.result()
                .ifPresent(
                        result -> {
                            reference.assertClose(result.q(), 1, 1e-12);
                            reference.assertClose(result.pChiSquare(), 2, 1e-11);
                            if (!reference.isUndefined(3)) {
                                assertThat(result.isExact()).isTrue();
                                reference.assertClose(result.p(), 3, 1e-12);
                            }
                            if (!reference.isUndefined(4)) {
                                reference.assertClose(result.q(), 4, 1e-9);
                                reference.assertClose(result.pChiSquare(), 5, 1e-9);
                            }
                        });
    }

    static List<Reference> pairs() throws IOException {
        return Reference.of("nemenyi");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void nemenyiAgreesWithMpmathAndSciPy(Reference reference) {
        List<double[]> pairs = reference.groups(1);
        double[] ofSciPy = reference.numbers(2);

        List<Nemenyi.Pair> found =
                Friedman.of(reference.table(0))
                        .map(test -> Nemenyi.of(test).pairs())
                        .result()
                        .orElse(List.of());

        assertThat(found).hasSameSizeAs(pairs);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).difference()).isCloseTo(pairs.get(i)[0], within(1e-14));
            reference.assertClose(found.get(i).p(), pairs.get(i)[1], 1e-9);
            assertThat(found.get(i).p()).isCloseTo(ofSciPy[i], within(1e-9));
        }
    }

    /**
     * Demšar 2006, table 5: with 5 classifiers the critical value is 2.728, with 10 it is 3.164.
     */
    @Test
    void nemenyisCriticalDifferencesAreDemsars() {
        assertThat(criticalValue(5)).isCloseTo(2.728, within(0.0005));
        assertThat(criticalValue(10)).isCloseTo(3.164, within(0.0005));
    }

    private static double criticalValue(int k) {
        double[] block = new double[k];
        for (int i = 0; i < k; i++) {
            block[i] = i;
        }
        double[][] blocks = {block, block, block};
        return Nemenyi.of(Friedman.of(blocks).result().orElseThrow()).criticalDifference()
                / Math.sqrt(k * (k + 1) / (6.0 * blocks.length));
    }

    @Test
    void sixRotationsOfFourConditionsAreEnumerated() {
        double[][] blocks = {
            {0.80, 0.84, 0.86, 0.88},
            {0.78, 0.79, 0.83, 0.82},
            {0.75, 0.81, 0.80, 0.84},
            {0.82, 0.85, 0.84, 0.86},
            {0.71, 0.73, 0.77, 0.79},
            {0.79, 0.80, 0.85, 0.84}
        };

        Friedman test = Friedman.of(blocks).result().orElseThrow();

        assertThat(test.isExact()).isTrue();
        assertThat(test.meanRanks())
                .extracting(rank -> Math.round(6 * rank))
                .containsExactly(6L, 14L, 18L, 22L);
        assertThat(test.p()).isLessThan(test.pChiSquare());
        assertThat(test.kendallW()).isCloseTo(test.q() / 18, within(1e-15));
        assertThat(test.toText()).startsWith("Q(3) = 14.00 over 6 blocks, p < 0.001 (exact)");
    }

    @Test
    void manyBlocksHaveTheChiSquareDistribution() {
        double[][] blocks = new double[60][];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = new double[] {i % 7, i % 5, i % 3, i % 4, i % 2, i % 6};
        }

        Friedman test = Friedman.of(blocks).result().orElseThrow();

        assertThat(test.isExact()).isFalse();
        assertThat(test.p()).isEqualTo(test.pChiSquare());
        assertThat(test.toText()).endsWith("(chi-square)");
    }

    @Test
    void saysWhyThereIsNoQ() {
        assertThat(Friedman.of(new double[][] {{1, 2}}))
                .isEqualTo(Finding.undefined("needs at least two blocks; there are 1"));
        assertThat(Friedman.of(new double[][] {{1}, {2}}))
                .isEqualTo(Finding.undefined("needs at least two conditions; there are 1"));
        assertThat(Friedman.of(new double[][] {{1, 1}, {2, 2}}))
                .isEqualTo(Finding.undefined("the conditions are equal in every block"));
    }

    @Test
    void refusesGapsAndNaN() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Friedman.of(new double[][] {{1, 2}, {1}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Friedman.of(new double[][] {{1, 2}, {1, Double.NaN}}));
    }
}
