package dev.fer4j.eval.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.eval.ReferenceCase;
import dev.fer4j.eval.metric.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Agreement with scikit-learn and SciPy; see {@link ReferenceCase}. */
class CalibrationReferenceTest {

    @ParameterizedTest
    @EnumSource
    void scoresAgree(ReferenceCase.Kind kind) {
        for (ReferenceCase input : ReferenceCase.of(getClass(), "calibration.tsv", kind)) {
            BrierScore brier = BrierScore.of(input.positives(), input.scores());
            input.assertOutcome(brier.score(), "brier");
            input.assertOutcome(brier.uncertainty(), "uncertainty");
            input.assertOutcome(brier.skill(), "brier_skill");
            input.assertOutcome(LogLoss.of(input.positives(), input.scores()).loss(), "log_loss");
        }
    }

    @ParameterizedTest
    @EnumSource
    void calibrationErrorsAgree(ReferenceCase.Kind kind) {
        for (ReferenceCase input : ReferenceCase.of(getClass(), "calibration.tsv", kind)) {
            assertCurve(input, Binning.equalWidth(10), "");
            assertCurve(input, Binning.equalFrequency(8), "quantile_");
            BrierDecomposition parts =
                    BrierDecomposition.of(input.positives(), input.scores(), Binning.equalWidth(10))
                            .orElseThrow();
            input.assertValue(parts.reliability(), "reliability");
            input.assertValue(parts.resolution(), "resolution");
            input.assertValue(parts.uncertainty(), "uncertainty");
            input.assertValue(parts.total(), "brier");
        }
    }

    private static void assertCurve(ReferenceCase input, Binning binning, String prefix) {
        ReliabilityCurve curve = ReliabilityCurve.of(input.positives(), input.scores(), binning);
        assertThat(curve.bins())
                .as("%s, %s", input, binning.title())
                .hasSize((int) input.number(prefix + "bins"));
        assertThat(curve.count()).isEqualTo(input.scores().length);
        input.assertOutcome(curve.expectedCalibrationError(), prefix + "ece");
        input.assertOutcome(curve.maximumCalibrationError(), prefix + "mce");
    }

    @ParameterizedTest
    @EnumSource
    void temperaturesAgree(ReferenceCase.Kind kind) {
        for (ReferenceCase input : ReferenceCase.of(getClass(), "calibration.tsv", kind)) {
            TemperatureFit fit = TemperatureFit.of(input.positives(), input.scores());
            input.assertOutcome(
                    fit.temperature()
                            .map(temperature -> Outcome.of(temperature.value()))
                            .orElseGet(
                                    () -> Outcome.undefined(fit.undefinedBecause().orElseThrow())),
                    "temperature");
        }
    }
}
