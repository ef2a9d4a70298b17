package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.io.Json;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    private static final boolean[] CLASSES = {true, true, false, false};
    private static final ConfusionMatrix NOTHING = new ConfusionMatrix(0, 0, 0, 0);

    @Test
    void aScoreAtTheThresholdIsCalledPositive() {
        double[] scores = {0.5, 0.4, 0.5, 0.1};

        assertThat(ConfusionMatrix.at(CLASSES, scores, 0.5))
                .isEqualTo(new ConfusionMatrix(1, 1, 1, 1));
        assertThat(ConfusionMatrix.at(CLASSES, scores, 0.4))
                .isEqualTo(new ConfusionMatrix(2, 1, 1, 0));
        assertThat(ConfusionMatrix.at(CLASSES, scores, Double.POSITIVE_INFINITY))
                .isEqualTo(new ConfusionMatrix(0, 0, 2, 2));
    }

    @Test
    void ratesAreThoseOfTheCounts() {
        ConfusionMatrix matrix = new ConfusionMatrix(30, 10, 40, 20);

        assertThat(matrix.prevalence().value()).contains(0.5);
        assertThat(matrix.selectionRate().value()).contains(0.4);
        assertThat(matrix.accuracy().value()).contains(0.7);
        assertThat(matrix.recall().value()).contains(0.6);
        assertThat(matrix.specificity().value()).contains(0.8);
        assertThat(matrix.falsePositiveRate().value()).contains(0.2);
        assertThat(matrix.precision().value()).contains(0.75);
        assertThat(matrix.negativePredictiveValue().value().orElseThrow())
                .isCloseTo(2 / 3.0, within(1e-15));
        assertThat(matrix.youden().value().orElseThrow()).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void majorityIsTheMoreCommonClassEitherWay() {
        assertThat(new ConfusionMatrix(1, 1, 0, 2).majorityAccuracy().value()).contains(0.75);
        assertThat(new ConfusionMatrix(1, 1, 2, 0).majorityAccuracy().value()).contains(0.75);
        assertThat(new ConfusionMatrix(1, 0, 0, 0).majorityAccuracy().value()).contains(1.0);
    }

    @Test
    void nothingHasNoRates() {
        for (Outcome outcome :
                new Outcome[] {
                    NOTHING.prevalence(),
                    NOTHING.selectionRate(),
                    NOTHING.accuracy(),
                    NOTHING.majorityAccuracy(),
                    NOTHING.cohenKappa()
                }) {
            assertThat(outcome).isEqualTo(Outcome.undefined("there are no samples"));
        }
        assertThat(NOTHING.matthews().undefinedBecause()).isPresent();
        assertThat(NOTHING.f1().undefinedBecause()).isPresent();
        assertThat(NOTHING.balancedAccuracy().undefinedBecause()).isPresent();
    }

    @Test
    void aMissingClassHasNoRate() {
        ConfusionMatrix positives = new ConfusionMatrix(3, 0, 0, 1);
        assertThat(positives.specificity())
                .isEqualTo(Outcome.undefined("no sample is of the negative class"));
        assertThat(positives.falsePositiveRate()).isEqualTo(positives.specificity());
        assertThat(positives.balancedAccuracy()).isEqualTo(positives.specificity());
        assertThat(positives.youden()).isEqualTo(positives.specificity());
        assertThat(positives.matthews()).isEqualTo(positives.specificity());
        assertThat(positives.cohenKappa().value()).contains(0.0);

        ConfusionMatrix negatives = new ConfusionMatrix(0, 1, 3, 0);
        assertThat(negatives.recall())
                .isEqualTo(Outcome.undefined("no sample is of the positive class"));
        assertThat(negatives.balancedAccuracy()).isEqualTo(negatives.recall());
        assertThat(negatives.matthews()).isEqualTo(negatives.recall());
        assertThat(negatives.f1().value()).contains(0.0);
    }

    @Test
    void callsOfOneSortHaveNoPredictiveValueOfTheOther() {
        ConfusionMatrix nonePositive = new ConfusionMatrix(0, 0, 3, 1);
        assertThat(nonePositive.precision())
                .isEqualTo(Outcome.undefined("no sample is called positive"));
        assertThat(nonePositive.matthews()).isEqualTo(nonePositive.precision());
        assertThat(nonePositive.f1().value()).contains(0.0);
        assertThat(nonePositive.cohenKappa().value()).contains(0.0);

        ConfusionMatrix allPositive = new ConfusionMatrix(3, 1, 0, 0);
        assertThat(allPositive.negativePredictiveValue())
                .isEqualTo(Outcome.undefined("no sample is called negative"));
        assertThat(allPositive.matthews()).isEqualTo(allPositive.negativePredictiveValue());
    }

    @Test
    void agreementOnASingleClassIsNoAgreementBeyondChance() {
        assertThat(new ConfusionMatrix(4, 0, 0, 0).cohenKappa())
                .isEqualTo(Outcome.undefined("all samples are of one class, and are called so"));
        assertThat(new ConfusionMatrix(0, 0, 4, 0).cohenKappa().undefinedBecause()).isPresent();
        assertThat(new ConfusionMatrix(0, 0, 4, 0).f1())
                .isEqualTo(Outcome.undefined("no sample is positive, and none is called so"));
    }

    @Test
    void allRightIsOneAndAllWrongMinusOne() {
        assertThat(new ConfusionMatrix(7, 0, 3, 0).matthews().value()).contains(1.0);
        assertThat(new ConfusionMatrix(0, 3, 0, 7).matthews().value()).contains(-1.0);
        assertThat(new ConfusionMatrix(7, 0, 3, 0).cohenKappa().value()).contains(1.0);
        assertThat(new ConfusionMatrix(7, 0, 3, 0).f1().value()).contains(1.0);
    }

    @Test
    void billionsOfSamplesDoNotOverflow() {
        int many = Integer.MAX_VALUE;
        ConfusionMatrix matrix = new ConfusionMatrix(many, many, many, many);

        assertThat(matrix.accuracy().value()).contains(0.5);
        assertThat(matrix.matthews().value()).contains(0.0);
        assertThat(new ConfusionMatrix(many, 0, many, 0).matthews().value().orElseThrow())
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void refusesWhatIsNoInput() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ConfusionMatrix.at(CLASSES, new double[] {1, 1, 1, Double.NaN}, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ConfusionMatrix.at(CLASSES, new double[] {1, 1, 1, 1}, Double.NaN))
                .withMessage("the threshold is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.at(CLASSES, new double[] {1}, 0.5))
                .withMessageContaining("4 classes and 1 scores");
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfusionMatrix(0, -1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> NOTHING.fBeta(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NOTHING.fBeta(Double.POSITIVE_INFINITY));
    }

    @Test
    void asJsonItHasCountsAndRates() {
        assertThat(Json.line(new ConfusionMatrix(1, 0, 0, 1)))
                .contains("\"truePositives\":1")
                .contains("\"recall\":{\"value\":0.5}")
                .contains("\"specificity\":{\"undefinedBecause\":\"no sample is of the negative");
    }
}
