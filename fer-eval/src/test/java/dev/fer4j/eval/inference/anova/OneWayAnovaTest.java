package dev.fer4j.eval.inference.anova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Reference;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OneWayAnovaTest {

    static List<Reference> cases() throws IOException {
        return Reference.of("one-way-anova");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithFractionsAndSciPy(Reference reference) {
        Finding<OneWayAnova> anova = OneWayAnova.of(reference.groups(0));

        assertThat(anova.result().isEmpty()).isEqualTo(reference.isUndefined(1));
        anova.result()
                .ifPresent(
                        result -> {
                            reference.assertClose(result.f(), 1, 1e-12);
                            reference.assertClose(result.p(), 2, 1e-9);
                            reference.assertClose(result.etaSquared(), 3, 1e-12);
                            assertThat(Math.abs(result.omegaSquared() - reference.number(4)))
                                    .isLessThan(1e-12);
                            // SciPy itself loses digits where values hardly differ.
                            reference.assertClose(result.f(), 5, 1e-8);
                            reference.assertClose(result.p(), 6, 1e-7);
                        });
    }

    @Test
    void countsDegreesOfFreedomAndExplainedShare() {
        OneWayAnova result = of(new double[] {1, 2, 3}, new double[] {3, 4, 5, 4});

        assertThat(result.dfBetween()).isEqualTo(1);
        assertThat(result.dfWithin()).isEqualTo(5);
        // Between: 3·(2−22/7)² + 4·(4−22/7)² = 48/7; within: 2 + 2.
        assertThat(result.f()).isCloseTo((48 / 7.0) / (4 / 5.0), withinPercentage(1e-10));
        assertThat(result.etaSquared())
                .isCloseTo((48 / 7.0) / (48 / 7.0 + 4), withinPercentage(1e-10));
        assertThat(result.omegaSquared())
                .isCloseTo((48 / 7.0 - 0.8) / (48 / 7.0 + 4 + 0.8), withinPercentage(1e-10));
        assertThat(result.toText()).isEqualTo("F(1, 5) = 8.57, p = 0.033, eta squared = 0.632");
    }

    @Test
    void equalMeansGiveNoReasonToDoubt() {
        OneWayAnova result = of(new double[] {1, 3}, new double[] {0, 4});

        assertThat(result.f()).isZero();
        assertThat(result.p()).isEqualTo(1);
        assertThat(result.omegaSquared()).isNegative();
    }

    @Test
    void smallProbabilitiesAreNotRoundedToZero() {
        OneWayAnova result =
                of(
                        new double[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1},
                        new double[] {50, 51, 50, 51, 50, 51, 50, 51, 50, 51});

        assertThat(result.p()).isGreaterThan(0).isLessThan(1e-20);
        assertThat(result.toText()).contains("p < 0.001");
    }

    private static OneWayAnova of(double[]... groups) {
        return OneWayAnova.of(List.of(groups)).result().orElseThrow();
    }

    @Test
    void saysWhyThereIsNoF() {
        assertUndefined(List.of(), "needs at least two groups; there are 0");
        assertUndefined(List.of(new double[] {1, 2}), "needs at least two groups; there are 1");
        assertUndefined(
                List.of(new double[] {1, 2}, new double[] {}), "a group has no observation");
        assertUndefined(
                List.of(new double[] {1}, new double[] {2}),
                "needs a group with at least two observations");
        assertUndefined(
                List.of(new double[] {0.1, 0.1, 0.1}, new double[] {0.7, 0.7}),
                "there is no spread within the groups");
        assertUndefined(
                List.of(new double[] {1e-200, 2e-200}, new double[] {1e-200, 2e-200}),
                "there is no spread within the groups");
    }

    private static void assertUndefined(List<double[]> groups, String reason) {
        Finding<OneWayAnova> anova = OneWayAnova.of(groups);
        assertThat(anova).isEqualTo(Finding.undefined(reason));
        assertThat(anova.toText(OneWayAnova::toText)).isEqualTo("undefined: " + reason);
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .withMessageContaining("NaN");
    }
}
