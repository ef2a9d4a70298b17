package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocCurveTest {

    @Test
    void followsTheThresholdDown() {
        RocCurve curve =
                RocCurve.of(
                        new boolean[] {true, false, true, false},
                        new double[] {0.9, 0.8, 0.7, 0.1});

        assertThat(curve.points())
                .containsExactly(
                        new RocCurve.Point(0, 0, Double.POSITIVE_INFINITY),
                        new RocCurve.Point(0, 0.5, 0.9),
                        new RocCurve.Point(0.5, 0.5, 0.8),
                        new RocCurve.Point(0.5, 1, 0.7),
                        new RocCurve.Point(1, 1, 0.1));
        assertThat(curve.auc().value()).contains(0.75);
    }

    @Test
    void tiesPassTogetherAndCountHalf() {
        RocCurve curve = RocCurve.of(new boolean[] {true, false}, new double[] {0.5, 0.5});

        assertThat(curve.points()).hasSize(2);
        assertThat(curve.auc().value()).contains(0.5);
    }

    @Test
    void positiveAndNegativeZeroAreTies() {
        assertThat(RocCurve.of(new boolean[] {true, false}, new double[] {0.0, -0.0}).auc().value())
                .contains(0.5);
    }

    @Test
    void worseThanChanceIsNotFlipped() {
        assertThat(RocCurve.of(new boolean[] {true, false}, new double[] {0.1, 0.9}).auc().value())
                .contains(0.0);
    }

    @Test
    void isUndefinedForOneClassOrNone() {
        assertThat(RocCurve.of(new boolean[] {}, new double[] {}).auc())
                .isEqualTo(Outcome.undefined("there are no samples"));
        assertThat(RocCurve.of(new boolean[] {true}, new double[] {1}).auc())
                .isEqualTo(Outcome.undefined("all 1 samples are of the positive class"));
        RocCurve negatives = RocCurve.of(new boolean[] {false, false}, new double[] {1, 0});
        assertThat(negatives.auc())
                .isEqualTo(Outcome.undefined("no sample of 2 is of the positive class"));
        assertThat(negatives.points()).isEmpty();
    }

    @Test
    void refusesNaNAndUnequalLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                RocCurve.of(
                                        new boolean[] {true, false},
                                        new double[] {0.1, Double.NaN}))
                .withMessage("the score of sample 1 is NaN: scores must be finite numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(new boolean[] {true}, new double[] {}));
    }

    @Test
    void aPartOfTheAreaHasStraightLinesAtItsLimits() {
        RocCurve curve =
                RocCurve.of(
                        new boolean[] {true, false, true, false},
                        new double[] {0.9, 0.8, 0.7, 0.1});

        assertThat(curve.partialAuc(0, 0.25).value()).contains(0.125);
        assertThat(curve.partialAuc(0.25, 0.75).value()).contains(0.375);
        assertThat(curve.partialAuc(0, 1)).isEqualTo(curve.auc());
        assertThat(curve.standardizedPartialAuc(0, 1)).isEqualTo(curve.auc());
        // (1 + (0.125 − 0.03125) / (0.25 − 0.03125)) / 2
        assertThat(curve.standardizedPartialAuc(0, 0.25).value().orElseThrow())
                .isCloseTo((1 + 0.09375 / 0.21875) / 2, within(1e-15));
    }

    @Test
    void aScoreWithoutSkillIsOneHalfOnTheStandardizedScale() {
        RocCurve constant = RocCurve.of(new boolean[] {true, false}, new double[] {1, 1});

        assertThat(constant.standardizedPartialAuc(0.1, 0.3).value().orElseThrow())
                .isCloseTo(0.5, within(1e-15));
        assertThat(constant.partialAuc(0.1, 0.3).value().orElseThrow())
                .isCloseTo(0.04, within(1e-15));
    }

    @Test
    void partsOfTheAreaAreUndefinedForOneClass() {
        RocCurve curve = RocCurve.of(new boolean[] {true}, new double[] {1});

        assertThat(curve.partialAuc(0, 0.5)).isEqualTo(curve.auc());
        assertThat(curve.standardizedPartialAuc(0, 0.5)).isEqualTo(curve.auc());
        assertThat(curve.kerasAuc()).isEqualTo(curve.auc());
    }

    @Test
    void limitsMustLieBetweenZeroAndOne() {
        RocCurve curve = RocCurve.of(new boolean[] {true, false}, new double[] {1, 0});

        for (double[] limits :
                new double[][] {{-0.1, 0.5}, {0.5, 0.5}, {0, 1.1}, {0, Double.NaN}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> curve.partialAuc(limits[0], limits[1]));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> curve.standardizedPartialAuc(limits[0], limits[1]));
        }
    }

    @Test
    void weightsCountSamplesInTheOrderTheyWereGiven() {
        RocCurve curve =
                RocCurve.of(new boolean[] {false, true, true}, new double[] {0.5, 0.4, 0.6});

        assertThat(curve.auc(new int[] {1, 1, 1})).isEqualTo(curve.auc());
        assertThat(curve.auc(new int[] {2, 3, 1}).value()).contains(0.25);
        assertThat(curve.auc(new int[] {0, 3, 1}).undefinedBecause()).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.auc(new int[] {1, 1}))
                .withMessage("2 weights for 3 samples");
    }

    @Test
    void pointsCannotBeChanged() {
        List<RocCurve.Point> points =
                RocCurve.of(new boolean[] {true, false}, new double[] {1, 0}).points();

        assertThatThrownBy(() -> points.set(0, points.get(1)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> points.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void thePrecisionRecallCurveIsOfTheSameSamples() {
        boolean[] positives = {false, true, true, false};
        double[] scores = {0.5, 0.4, 0.6, 0.4};

        assertThat(RocCurve.of(positives, scores).precisionRecall().points())
                .isEqualTo(PrecisionRecallCurve.of(positives, scores).points());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isTheShareOfWellOrderedPairsWhateverTheOrderOfSamples(long seed) {
        RandomGenerator random = new Seed(seed).generator();
        int n = 2 + random.nextInt(60);
        boolean[] positives = new boolean[n];
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            positives[i] = i % 3 == 0;
            scores[i] = random.nextInt(8) / 8.0;
        }

        double auc = RocCurve.of(positives, scores).auc().value().orElseThrow();

        assertThat(auc).isEqualTo(byPairs(positives, scores));
        assertThat(RocCurve.of(reversed(positives), reversed(scores)).auc().value()).contains(auc);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void pairsCountTheProductOfTheirWeights(long seed) {
        RandomGenerator random = new Seed(seed).generator();
        boolean[] positives = new boolean[40];
        double[] scores = new double[40];
        double[] weights = new double[40];
        for (int i = 0; i < 40; i++) {
            positives[i] = random.nextBoolean();
            scores[i] = random.nextInt(6);
            weights[i] = 0.3 * random.nextInt(4);
        }
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                if (positives[i] && !positives[j]) {
                    double weight = weights[i] * weights[j];
                    pairs += weight;
                    wins += weight * (Math.signum(scores[i] - scores[j]) + 1) / 2;
                }
            }
        }
        RocCurve curve = RocCurve.of(positives, scores);
        double[] ones = new double[40];
        Arrays.fill(ones, 1);

        assertThat(curve.auc(weights).value().orElseThrow()).isCloseTo(wins / pairs, within(1e-12));
        assertThat(curve.auc(ones)).isEqualTo(curve.auc());
        assertThat(curve.auc(new double[40]).undefinedBecause()).isPresent();
    }

    private static double byPairs(boolean[] positives, double[] scores) {
        double twiceWins = 0;
        double pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positives[i] && !positives[j]) {
                    pairs++;
                    twiceWins += 1 + Math.signum(scores[i] - scores[j]);
                }
            }
        }
        return twiceWins / (2 * pairs);
    }

    private static boolean[] reversed(boolean[] values) {
        boolean[] reversed = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }
}
