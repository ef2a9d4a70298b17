package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResampledTTest {

    static List<Reference> cases() throws IOException {
        return Reference.of("resampled-t");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheFormulaInFractions(Reference reference) {
        Finding<Estimate> estimate =
                ResampledT.corrected(reference.number(1), reference.numbers(0));

        assertThat(estimate.result().isEmpty()).isEqualTo(reference.isUndefined(2));
        if (estimate.result().isEmpty()) {
            return;
        }
        Estimate result = estimate.result().get();
        assertThat(result.value()).isCloseTo(reference.number(2), within(1e-15));
        reference.assertClose(result.standardError(), 3, 1e-11);
        assertThat(result.test().result().isEmpty()).isEqualTo(reference.isUndefined(4));
        result.test()
                .result()
                .ifPresent(
                        test -> {
                            assertThat(test.statistic())
                                    .isCloseTo(reference.number(4), within(1e-10));
                            reference.assertClose(test.p(), 5, 1e-9);
                        });
    }

    @Test
    void overlapWidensTheInterval() {
        double[] differences = {0.02, 0.05, 0.03, 0.06, 0.04, 0.01};

        Interval independent = interval(ResampledT.independent(differences));
        Interval corrected = interval(ResampledT.corrected(1, differences));

        assertThat(independent.liesAboveZero()).isTrue();
        assertThat(corrected.contains(0)).isTrue();
    }

    private static Interval interval(Finding<Estimate> estimate) {
        return estimate.flatMap(e -> e.interval(0.95)).result().orElseThrow();
    }

    @Test
    void oneRoundOrNoSpreadHasNoTest() {
        assertThat(ResampledT.independent(0.1))
                .isEqualTo(Finding.undefined("needs at least two rounds; there are 1"));
        assertThat(ResampledT.independent(0.1, 0.1, 0.1).flatMap(Estimate::test).undefinedBecause())
                .isPresent();
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResampledT.independent(0.1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ResampledT.corrected(-1, 0.1, 0.2));
    }
}
