package dev.fer4j.eval.inference.anova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Reference;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TukeyHsdTest {

    static List<Reference> cases() throws IOException {
        return Reference.of("tukey-hsd");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithSciPy(Reference reference) {
        Finding<TukeyHsd> test = TukeyHsd.of(reference.groups(0), reference.number(1));

        List<double[]> pairs = reference.groups(2);
        assertThat(test.result().map(result -> result.pairs().size()).orElse(0))
                .isEqualTo(pairs.size());
        test.result()
                .ifPresent(
                        result -> {
                            for (int i = 0; i < pairs.size(); i++) {
                                assertIs(reference, result.pairs().get(i), pairs.get(i));
                            }
                        });
    }

    private static void assertIs(Reference reference, TukeyHsd.Pair pair, double[] expected) {
        double width = expected[2] - expected[1];
        assertThat(pair.difference()).isCloseTo(expected[0], within(1e-9 * width));
        assertThat(pair.interval().lower()).isCloseTo(expected[1], within(1e-8 * width));
        assertThat(pair.interval().upper()).isCloseTo(expected[2], within(1e-8 * width));
        // SciPy has one minus the other tail, so its small values have few digits.
        assertThat(pair.p())
                .as(reference.line())
                .isCloseTo(expected[3], within(1e-9 + 1e-8 * expected[3]));
    }

    @Test
    void intervalsExcludeZeroWherePIsBelowTheirLevelsRest() {
        TukeyHsd test =
                TukeyHsd.of(
                                List.of(
                                        new double[] {0.80, 0.82, 0.81, 0.83},
                                        new double[] {0.84, 0.86, 0.85, 0.86},
                                        new double[] {0.81, 0.84, 0.83, 0.82}),
                                0.95)
                        .result()
                        .orElseThrow();

        assertThat(test.pairs())
                .extracting(pair -> pair.first() + "-" + pair.second())
                .containsExactly("0-1", "0-2", "1-2");
        assertThat(test.pairs())
                .allSatisfy(
                        pair ->
                                assertThat(pair.p() < 0.05)
                                        .isEqualTo(!pair.interval().contains(0)));
        assertThat(test.pairs().get(0).interval().liesAboveZero()).isTrue();
    }

    @Test
    void isUndefinedWhereTheAnalysisOfVarianceIs() {
        assertThat(TukeyHsd.of(List.of(new double[] {1}, new double[] {2}), 0.95))
                .isEqualTo(Finding.undefined("needs a group with at least two observations"));
    }
}
