package dev.fer4j.eval.inference.anova;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.eval.inference.Estimate;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Reference;
import dev.fer4j.eval.inference.ResampledT;
import dev.fer4j.eval.inference.Significance;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatedMeasuresAnovaTest {

    static List<Reference> cases() throws IOException {
        return Reference.of("repeated-measures-anova");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithFractionsAndStatsmodels(Reference reference) {
        Finding<RepeatedMeasuresAnova> anova = RepeatedMeasuresAnova.of(reference.table(0));

        assertThat(anova.result().isEmpty()).isEqualTo(reference.isUndefined(1));
        anova.result()
                .ifPresent(
                        result -> {
                            reference.assertClose(result.f(), 1, 1e-12);
                            reference.assertClose(result.p(), 2, 1e-10);
                            reference.assertClose(result.epsilon(), 3, 1e-12);
                            reference.assertClose(result.pCorrected(), 4, 1e-9);
                            reference.assertClose(result.partialEtaSquared(), 5, 1e-12);
                            reference.assertClose(result.f(), 6, 1e-5);
                            reference.assertClose(result.p(), 7, 1e-5);
                        });
    }

    @Test
    void withTwoConditionsItIsThePairedTTest() {
        double[][] blocks = {{0.81, 0.84}, {0.79, 0.85}, {0.90, 0.88}, {0.70, 0.77}};

        RepeatedMeasuresAnova anova = RepeatedMeasuresAnova.of(blocks).result().orElseThrow();
        Significance t =
                ResampledT.independent(0.03, 0.06, -0.02, 0.07)
                        .flatMap(Estimate::test)
                        .result()
                        .orElseThrow();

        assertThat(anova.f()).isCloseTo(t.statistic() * t.statistic(), within(1e-9));
        assertThat(anova.p()).isCloseTo(t.p(), within(1e-12));
        assertThat(anova.epsilon()).isEqualTo(1);
        assertThat(anova.pCorrected()).isCloseTo(t.p(), within(1e-12));
        assertThat(anova.toText()).isEqualTo("F(1, 3) = 3.00, epsilon = 1.00, corrected p = 0.182");
    }

    @Test
    void whatBlocksShareDoesNotCount() {
        double[][] blocks = {{1, 2, 4}, {2, 3, 3}, {1, 1, 5}};
        double[][] shifted = {{101, 102, 104}, {2, 3, 3}, {-49, -49, -45}};

        assertThat(RepeatedMeasuresAnova.of(shifted).result().orElseThrow().f())
                .isCloseTo(
                        RepeatedMeasuresAnova.of(blocks).result().orElseThrow().f(), within(1e-9));
    }

    @Test
    void saysWhyThereIsNoF() {
        assertThat(RepeatedMeasuresAnova.of(new double[][] {}).undefinedBecause())
                .contains("needs at least two blocks; there are 0");
        assertThat(RepeatedMeasuresAnova.of(new double[][] {{1, 2}}).undefinedBecause())
                .contains("needs at least two blocks; there are 1");
        assertThat(RepeatedMeasuresAnova.of(new double[][] {{1}, {2}}).undefinedBecause())
                .contains("needs at least two conditions; there are 1");
        assertThat(RepeatedMeasuresAnova.of(new double[][] {{0.1, 0.2}, {0.3, 0.4}}))
                .isEqualTo(
                        Finding.undefined(
                                "conditions and blocks explain everything: there is no residual"
                                        + " variance"));
    }

    @Test
    void refusesGapsAndWhatIsNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepeatedMeasuresAnova.of(new double[][] {{1, 2}, {1}}))
                .withMessageContaining("blocks of 2 and of 1 observations");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RepeatedMeasuresAnova.of(new double[][] {{1, 2}, {1, Double.NaN}}))
                .withMessageContaining("NaN");
    }
}
