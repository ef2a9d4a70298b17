package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.eval.metric.PrecisionRecallCurve.Point;
import org.junit.jupiter.api.Test;

class PrecisionRecallCurveTest {

    @Test
    void followsTheThresholdDownFromTheConventionalFirstPoint() {
        PrecisionRecallCurve curve =
                PrecisionRecallCurve.of(
                        new boolean[] {true, false, true}, new double[] {0.9, 0.8, 0.7});

        assertThat(curve.points())
                .containsExactly(
                        new Point(0, 1, Double.POSITIVE_INFINITY),
                        new Point(0.5, 1, 0.9),
                        new Point(0.5, 0.5, 0.8),
                        new Point(1, 2 / 3.0, 0.7));
        assertThat(curve.averagePrecision().value().orElseThrow())
                .isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-15));
        assertThat(curve.trapezoid().value().orElseThrow())
                .isCloseTo(0.5 + 0.5 * (0.5 + 2 / 3.0) / 2, within(1e-15));
    }

    @Test
    void equalScoresAreOneThreshold() {
        boolean[] positives = {true, false, true, false};
        double[] constant = {0.3, 0.3, 0.3, 0.3};

        PrecisionRecallCurve curve = PrecisionRecallCurve.of(positives, constant);

        assertThat(curve.points()).hasSize(2);
        assertThat(curve.averagePrecision()).isEqualTo(curve.noSkill());
        assertThat(curve.averagePrecision().value()).contains(0.5);
        assertThat(curve.trapezoid().value()).contains(0.75);
    }

    @Test
    void aPerfectRankingHasOne() {
        PrecisionRecallCurve curve =
                PrecisionRecallCurve.of(
                        new boolean[] {true, true, false}, new double[] {0.9, 0.8, 0.7});

        assertThat(curve.averagePrecision().value()).contains(1.0);
        assertThat(curve.trapezoid().value()).contains(1.0);
    }

    @Test
    void noSkillIsThePrevalence() {
        PrecisionRecallCurve curve =
                PrecisionRecallCurve.of(
                        new boolean[] {true, true, true, false}, new double[] {1, 2, 3, 4});

        assertThat(curve.prevalence().value()).contains(0.75);
        assertThat(curve.noSkill().value()).contains(0.75);
    }

    @Test
    void isUndefinedForOneClassOrNone() {
        PrecisionRecallCurve none = PrecisionRecallCurve.of(new boolean[] {}, new double[] {});
        assertThat(none.averagePrecision()).isEqualTo(Outcome.undefined("there are no samples"));
        assertThat(none.prevalence()).isEqualTo(Outcome.undefined("there are no samples"));

        PrecisionRecallCurve positives =
                PrecisionRecallCurve.of(new boolean[] {true, true}, new double[] {1, 2});
        assertThat(positives.averagePrecision().undefinedBecause())
                .contains("all 2 samples are of the positive class");
        assertThat(positives.trapezoid().undefinedBecause()).isPresent();
        assertThat(positives.prevalence().value()).contains(1.0);
        assertThat(positives.points()).isEmpty();

        PrecisionRecallCurve negatives =
                PrecisionRecallCurve.of(new boolean[] {false}, new double[] {1});
        assertThat(negatives.averagePrecision().undefinedBecause()).isPresent();
        assertThat(negatives.prevalence().value()).contains(0.0);
    }

    @Test
    void refusesNaN() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                PrecisionRecallCurve.of(
                                        new boolean[] {true}, new double[] {Double.NaN}));
    }
}
