package dev.fer4j.eval.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.eval.metric.Logit;
import dev.fer4j.eval.metric.Outcome;
import org.junit.jupiter.api.Test;

class LogLossTest {

    @Test
    void alwaysSayingOneHalfCostsLogTwo() {
        LogLoss loss = LogLoss.of(new boolean[] {true, false, false}, new double[] {0.5, 0.5, 0.5});

        assertThat(loss.loss().value().orElseThrow()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(loss.clipped()).isZero();
    }

    @Test
    void certainProbabilitiesAreClippedAndCounted() {
        LogLoss loss = LogLoss.of(new boolean[] {true, true, false}, new double[] {0, 1, 0.5});

        assertThat(loss.clipped()).isEqualTo(2);
        assertThat(loss.loss().value().orElseThrow())
                .isCloseTo((52 * Math.log(2) + LogLoss.CLIP + Math.log(2)) / 3, within(1e-14));
    }

    @Test
    void oneClassHasALossAndNothingHasNone() {
        assertThat(LogLoss.of(new boolean[] {true}, new double[] {0.5}).loss().value())
                .contains(Math.log(2));
        assertThat(LogLoss.of(new boolean[] {}, new double[] {}).loss())
                .isEqualTo(Outcome.undefined("there are no samples"));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogLoss.of(new boolean[] {true}, new double[] {Double.NaN}));
    }

    @Test
    void ofLogitsIsThatOfTheirProbabilitiesAndNeverOverflows() {
        for (double logit : new double[] {-20, -1, 0, 0.5, 20}) {
            double probability = Logit.toProbability(logit);
            assertThat(LogLoss.ofLogit(logit, 1))
                    .isCloseTo(
                            LogLoss.of(new boolean[] {true}, new double[] {probability})
                                    .loss()
                                    .value()
                                    .orElseThrow(),
                            within(1e-9));
        }
        assertThat(LogLoss.ofLogit(1000, 0)).isEqualTo(1000);
        assertThat(LogLoss.ofLogit(0, 0.25)).isCloseTo(Math.log(2), within(1e-15));
    }
}
