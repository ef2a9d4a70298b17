package dev.fer4j.eval.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The studentized range, and the distributions of Commons Statistics that p values and intervals
 * come from. References are mpmath's: see {@code inference_reference.py}.
 */
class StudentizedRangeTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static List<List<String>> read(String name) throws IOException {
        return Resources.readLines(
                        Resources.getResource("dev/fer4j/eval/inference/" + name + ".tsv"),
                        StandardCharsets.UTF_8)
                .stream()
                .map(line -> Splitter.on('\t').splitToList(line))
                .toList();
    }

    static List<List<String>> tails() throws IOException {
        return read("tails");
    }

    static List<List<String>> criticalValues() throws IOException {
        return read("student-t");
    }

    static List<List<String>> ranges() throws IOException {
        return read("studentized-range");
    }

    private static double number(List<String> fields, int index) {
        return Double.parseDouble(fields.get(index));
    }

    @ParameterizedTest
    @MethodSource("tails")
    void tailsKeepTheirDigitsHoweverSmall(List<String> fields) {
        double first = number(fields, 1);
        double second = number(fields, 2);
        double value = number(fields, 3);

        double tail =
                switch (fields.get(0)) {
                    case "normal" -> 2 * NORMAL.survivalProbability(value);
                    case "t" -> 2 * TDistribution.of(second).survivalProbability(value);
                    case "f" -> FDistribution.of(first, second).survivalProbability(value);
                    default -> ChiSquaredDistribution.of(second).survivalProbability(value);
                };

        assertThat(tail / number(fields, 4)).isCloseTo(1, within(1e-9));
        // SciPy's own tails have about eleven digits.
        assertThat(tail / number(fields, 5)).isCloseTo(1, within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("criticalValues")
    void criticalValuesAreInvertedTails(List<String> fields) {
        double critical =
                TDistribution.of(number(fields, 0))
                        .inverseSurvivalProbability(number(fields, 1) / 2);

        assertThat(critical / number(fields, 2)).isCloseTo(1, within(1e-10));
        assertThat(critical / number(fields, 3)).isCloseTo(1, within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void studentizedRangesKeepTheirDigitsHoweverSmall(List<String> fields) {
        StudentizedRange range =
                new StudentizedRange(Integer.parseInt(fields.get(0)), number(fields, 1));

        double tail = range.tail(number(fields, 2));

        assertThat(tail / number(fields, 3)).isCloseTo(1, within(1e-10));
        assertThat(tail).isCloseTo(number(fields, 4), within(1e-9));
    }

    @Test
    void theNormalDistributionIsTheTOfInfinitelyManyDegreesOfFreedom() {
        TDistribution student = TDistribution.of(Double.POSITIVE_INFINITY);
        assertThat(student.inverseSurvivalProbability(0.025))
                .isCloseTo(1.959963984540054, within(1e-13));
        assertThat(student.survivalProbability(11.5)).isEqualTo(NORMAL.survivalProbability(11.5));
    }

    @Test
    void theWholeDistributionLiesAboveZero() {
        assertThat(2 * TDistribution.of(5).survivalProbability(0)).isEqualTo(1);
        assertThat(FDistribution.of(2, 297).survivalProbability(0)).isEqualTo(1);
        assertThat(ChiSquaredDistribution.of(2).survivalProbability(0)).isEqualTo(1);
        assertThat(new StudentizedRange(3, 20).tail(0)).isCloseTo(1, within(1e-14));
        assertThat(new StudentizedRange(3, Double.POSITIVE_INFINITY).tail(1e9)).isZero();
    }

    /** Tabulated: q(0.05; 3, 20) = 3.578, q(0.01; 5, 12) = 5.836 (R: {@code qtukey}). */
    @Test
    void studentizedRangesCanBeInverted() {
        assertThat(new StudentizedRange(3, 20).critical(0.05)).isCloseTo(3.577935, within(1e-6));
        StudentizedRange range = new StudentizedRange(5, 12);
        assertThat(range.critical(0.01)).isCloseTo(5.836, within(1e-3));
        assertThat(range.tail(range.critical(1e-12)) / 1e-12).isCloseTo(1, within(1e-10));
    }

    @Test
    void certaintyHasNoCriticalValue() {
        StudentizedRange range = new StudentizedRange(3, 20);
        assertThatIllegalArgumentException().isThrownBy(() -> range.critical(0));
        assertThatIllegalArgumentException().isThrownBy(() -> range.critical(1));
    }
}
