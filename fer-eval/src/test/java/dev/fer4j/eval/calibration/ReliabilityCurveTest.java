package dev.fer4j.eval.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.eval.calibration.ReliabilityCurve.Bin;
import dev.fer4j.eval.metric.Outcome;
import org.junit.jupiter.api.Test;

class ReliabilityCurveTest {

    @Test
    void aProbabilityOnAnEdgeBelongsBelow() {
        ReliabilityCurve curve =
                ReliabilityCurve.of(
                        new boolean[] {true, false, true, true},
                        new double[] {0, 0.5, 0.75, 1},
                        Binning.equalWidth(2));

        assertThat(curve.bins())
                .containsExactly(new Bin(0, 0.5, 2, 1, 0.25), new Bin(0.5, 1, 2, 2, 0.875));
        assertThat(curve.bins().get(0).share()).isEqualTo(0.5);
        assertThat(curve.expectedCalibrationError().value().orElseThrow())
                .isCloseTo((0.25 + 0.125) / 2, within(1e-15));
        assertThat(curve.maximumCalibrationError().value()).contains(0.25);
    }

    @Test
    void emptyBinsAreNotThere() {
        ReliabilityCurve curve =
                ReliabilityCurve.of(
                        new boolean[] {true, false}, new double[] {0.05, 0.95}, Binning.defaults());

        assertThat(curve.bins()).extracting(Bin::upper).containsExactly(0.1, 1.0);
        assertThat(curve.count()).isEqualTo(2);
    }

    @Test
    void binsOfEqualFrequencyHaveAsManySamplesEach() {
        boolean[] positives = new boolean[12];
        double[] probabilities = new double[12];
        for (int i = 0; i < 12; i++) {
            probabilities[i] = Math.pow(0.5, i);
        }

        assertThat(ReliabilityCurve.of(positives, probabilities, Binning.equalFrequency(4)).bins())
                .extracting(Bin::count)
                .containsExactly(3, 3, 3, 3);
    }

    @Test
    void tiesStayTogether() {
        ReliabilityCurve curve =
                ReliabilityCurve.of(
                        new boolean[] {true, false, true, false, true},
                        new double[] {0.4, 0.4, 0.4, 0.4, 0.9},
                        Binning.equalFrequency(5));

        assertThat(curve.bins()).extracting(Bin::count).containsExactly(4, 1);
    }

    @Test
    void aConstantIsOneBin() {
        for (Binning binning : new Binning[] {Binning.defaults(), Binning.equalFrequency(3)}) {
            ReliabilityCurve curve =
                    ReliabilityCurve.of(
                            new boolean[] {true, false, true, true},
                            new double[] {0.75, 0.75, 0.75, 0.75},
                            binning);
            assertThat(curve.bins()).hasSize(1);
            assertThat(curve.expectedCalibrationError().value()).contains(0.0);
        }
    }

    @Test
    void nothingHasNoError() {
        ReliabilityCurve curve =
                ReliabilityCurve.of(new boolean[] {}, new double[] {}, Binning.equalFrequency(3));

        assertThat(curve.bins()).isEmpty();
        assertThat(curve.expectedCalibrationError())
                .isEqualTo(Outcome.undefined("there are no samples"));
        assertThat(curve.maximumCalibrationError())
                .isEqualTo(Outcome.undefined("there are no samples"));
    }

    @Test
    void oneSampleAndOneClassAreAllowed() {
        ReliabilityCurve curve =
                ReliabilityCurve.of(new boolean[] {true}, new double[] {0.75}, Binning.defaults());

        assertThat(curve.expectedCalibrationError().value()).contains(0.25);
    }

    @Test
    void refusesWhatIsNoProbability() {
        for (double number : new double[] {Double.NaN, -0.1, 1.1, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    ReliabilityCurve.of(
                                            new boolean[] {true},
                                            new double[] {number},
                                            Binning.defaults()))
                    .withMessage("the probability of sample 0 is %s: it must be in [0, 1]", number);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Binning.equalWidth(0));
    }

    @Test
    void binningsHaveNames() {
        assertThat(Binning.defaults().title()).isEqualTo("10 bins of equal width");
        assertThat(Binning.equalFrequency(1).title()).isEqualTo("1 bin of equal frequency");
    }
}
