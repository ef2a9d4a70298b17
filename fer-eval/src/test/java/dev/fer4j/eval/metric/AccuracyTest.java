package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AccuracyTest {

    private static final boolean[] CLASSES = {true, true, false, false};

    @Test
    void aScoreAtTheThresholdIsPositive() {
        double[] scores = {0.5, 0.4, 0.5, 0.1};

        assertThat(Accuracy.at(CLASSES, scores, 0.5).value()).contains(0.5);
        assertThat(Accuracy.at(CLASSES, scores, 0.4).value()).contains(0.75);
        assertThat(Accuracy.at(CLASSES, scores, Double.POSITIVE_INFINITY).value()).contains(0.5);
    }

    @Test
    void majorityIsTheMoreCommonClassEitherWay() {
        assertThat(Accuracy.ofMajority(new boolean[] {true, true, true, false}).value())
                .contains(0.75);
        assertThat(Accuracy.ofMajority(new boolean[] {true, false, false, false}).value())
                .contains(0.75);
        assertThat(Accuracy.ofMajority(new boolean[] {true}).value()).contains(1.0);
    }

    @Test
    void isUndefinedWithoutSamples() {
        assertThat(Accuracy.at(new boolean[] {}, new double[] {}, 0.5))
                .isEqualTo(Outcome.undefined("there are no samples"));
        assertThat(Accuracy.ofMajority(new boolean[] {}))
                .isEqualTo(Outcome.undefined("there are no samples"));
    }

    @Test
    void refusesNaNAndUnequalLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Accuracy.at(CLASSES, new double[] {1, 1, 1, Double.NaN}, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Accuracy.at(CLASSES, new double[] {1, 1, 1, 1}, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Accuracy.at(CLASSES, new double[] {1}, 0.5));
    }
}
