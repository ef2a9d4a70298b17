package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrAreaTest {

    private static double area(boolean[] positives, double[] scores, PrArea way) {
        return PrecisionRecallCurve.of(positives, scores).area(way).value().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aPerfectRankingHasOne(PrArea way) {
        assertThat(area(new boolean[] {true, true, false}, new double[] {0.9, 0.8, 0.1}, way))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aConstantScoreHasThePrevalenceButForTrapezoids(PrArea way) {
        boolean[] positives = {true, false, true, true, false, true};
        double[] scores = new double[6];
        Arrays.fill(scores, 0.4);
        double prevalence = 4 / 6.0;

        assertThat(area(positives, scores, way))
                .isCloseTo(
                        way == PrArea.TRAPEZOID ? (1 + prevalence) / 2 : prevalence, within(1e-15));
    }

    @Test
    void betweenPointsPrecisionFollowsACurve() {
        // From (1 of 4 positives, no false positive) to all of them with three false positives:
        // TP / (2 TP − 1) for TP from 1 to 4, the integral of which is 3/2 + log(7) / 4.
        boolean[] positives = {true, true, true, true, false, false, false};
        double[] scores = {0.9, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};

        assertThat(area(positives, scores, PrArea.INTERPOLATED))
                .isCloseTo((1 + 1.5 + Math.log(7) / 4) / 4, within(1e-15));
        assertThat(area(positives, scores, PrArea.DAVIS_GOADRICH))
                .isCloseTo(
                        (1 + (1 + 2 / 3.0) / 2 + (2 / 3.0 + 3 / 5.0) / 2 + (3 / 5.0 + 4 / 7.0) / 2)
                                / 4,
                        within(1e-15));
        assertThat(area(positives, scores, PrArea.TRAPEZOID))
                .isCloseTo((1 + 3 * (1 + 4 / 7.0) / 2) / 4, within(1e-15));
    }

    @Test
    void kerasTakesScoresOfOneStepForTies() {
        boolean[] positives = {true, false, true, false};
        double[] close = {0.5009, 0.5008, 0.5007, 0.5006};

        assertThat(area(positives, close, PrArea.KERAS)).isEqualTo(0.5);
        assertThat(RocCurve.of(positives, close).kerasAuc().value()).contains(0.5);
        assertThat(RocCurve.of(positives, close).auc().value()).contains(0.75);
    }

    @Test
    void kerasCallsAScoreAboveTheThresholdNotAtIt() {
        double atStep = 100 * 1.0 / 199;
        boolean[] positives = {true, false};

        assertThat(area(positives, new double[] {atStep, atStep - 0.001}, PrArea.KERAS))
                .isEqualTo(0.5);
        assertThat(area(positives, new double[] {atStep + 0.001, atStep}, PrArea.KERAS))
                .isEqualTo(1);
        assertThat(area(positives, new double[] {1, 0}, PrArea.KERAS)).isEqualTo(1);
    }

    @Test
    void kerasHasNoThresholdsForScoresThatAreNoProbabilities() {
        PrecisionRecallCurve curve =
                PrecisionRecallCurve.of(new boolean[] {true, false}, new double[] {3, -1});

        assertThat(curve.area(PrArea.KERAS))
                .isEqualTo(
                        Outcome.undefined(
                                "Keras's thresholds need scores in [0, 1]; these go from -1.0 to"
                                        + " 3.0"));
        assertThat(curve.area(PrArea.INTERPOLATED).value()).contains(1.0);
        assertThat(
                        RocCurve.of(new boolean[] {true, false}, new double[] {3, -1})
                                .kerasAuc()
                                .undefinedBecause())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void oneClassOrNothingHasNone(PrArea way) {
        assertThat(PrecisionRecallCurve.of(new boolean[] {}, new double[] {}).area(way))
                .isEqualTo(Outcome.undefined("there are no samples"));
        assertThat(PrecisionRecallCurve.of(new boolean[] {false}, new double[] {1}).area(way))
                .isEqualTo(Outcome.undefined("no sample of 1 is of the positive class"));
        assertThat(PrecisionRecallCurve.of(new boolean[] {true}, new double[] {1}).area(way))
                .isEqualTo(Outcome.undefined("all 1 samples are of the positive class"));
        assertThat(way.title()).isNotBlank();
    }

    @Test
    void aRarePositiveSampleFarDownKeepsItsDigits() {
        // ∫ t / (a + t) dt from 0 to 1 = 1 / 2a − 1 / 3a² + …
        int a = 2_000_000_000;

        assertThat(PrInterpolation.area(0, a, 1, a))
                .isCloseTo(1 / (2.0 * a) - 1 / (3.0 * a * a), within(1e-24));
    }
}
