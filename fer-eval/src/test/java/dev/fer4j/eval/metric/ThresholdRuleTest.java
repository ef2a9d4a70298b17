package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.io.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThresholdRuleTest {

    private static final boolean[] CLASSES = {true, true, false, true, false, false};
    private static final double[] SCORES = {0.9, 0.8, 0.7, 0.6, 0.2, 0.1};

    private static double chosen(ThresholdRule rule) {
        return rule.choose(CLASSES, SCORES).threshold().orElseThrow().value();
    }

    @Test
    void amongEquallyGoodThresholdsTheHighestIsChosen() {
        // J is 2/3 at 0.8 and at 0.6.
        assertThat(chosen(ThresholdRule.maximalYouden())).isEqualTo(0.8);
        assertThat(chosen(ThresholdRule.maximalF1())).isEqualTo(0.6);
    }

    @Test
    void aGivenRateIsReachedAtTheLeastCost() {
        assertThat(chosen(ThresholdRule.atSensitivity(0.5))).isEqualTo(0.8);
        assertThat(chosen(ThresholdRule.atSensitivity(1))).isEqualTo(0.6);
        assertThat(chosen(ThresholdRule.atSpecificity(0.5))).isEqualTo(0.6);
        assertThat(chosen(ThresholdRule.atSpecificity(1))).isEqualTo(0.8);
    }

    @Test
    void aRateThatIsADecimalIsReachedExactly() {
        boolean[] classes = new boolean[11];
        double[] scores = new double[11];
        for (int i = 0; i < 10; i++) {
            classes[i] = true;
            scores[i] = 1 - i / 20.0;
        }

        Threshold threshold =
                ThresholdRule.atSensitivity(0.7).choose(classes, scores).threshold().orElseThrow();

        assertThat(threshold.validation().orElseThrow().truePositives()).isEqualTo(7);
    }

    @Test
    void saysWhereItComesFrom() {
        ThresholdChoice choice = ThresholdRule.maximalYouden().choose(CLASSES, SCORES);

        assertThat(choice.toText())
                .isEqualTo(
                        "0.8000, the largest Youden's J on 6 validation cases, 3 of them positive"
                                + " (recall 0.667, specificity 1.000)");
        assertThat(Json.line(choice))
                .startsWith("{\"threshold\":0.8,\"rule\":\"the largest Youden's J\"");
        assertThat(choice.undefinedBecause()).isEmpty();
    }

    @Test
    void aFixedThresholdIsNotChosen() {
        ThresholdRule rule = ThresholdRule.fixed(0.3);

        assertThat(rule.choose(new boolean[] {}, new double[] {})).isEqualTo(Threshold.fixed(0.3));
        assertThat(Threshold.HALF.toText()).isEqualTo("0.5000, fixed beforehand");
        assertThat(Threshold.HALF.validation()).isEmpty();
    }

    @Test
    void oneClassOrNothingCannotChoose() {
        for (ThresholdRule rule :
                List.of(
                        ThresholdRule.maximalYouden(),
                        ThresholdRule.maximalF1(),
                        ThresholdRule.atSensitivity(0.9),
                        ThresholdRule.atSpecificity(0.9))) {
            ThresholdChoice choice =
                    rule.choose(new boolean[] {true, true}, new double[] {0.1, 0.2});
            assertThat(choice.threshold()).isEmpty();
            assertThat(choice.toText())
                    .startsWith("undefined: " + rule.title())
                    .endsWith("all 2 samples are of the positive class");
            assertThat(rule.choose(new boolean[] {}, new double[] {}).undefinedBecause())
                    .hasValueSatisfying(
                            reason -> assertThat(reason).endsWith("there are no samples"));
        }
    }

    @Test
    void aSpecificityThatNoScoreReachesIsNotChosen() {
        ThresholdChoice choice =
                ThresholdRule.atSpecificity(0.9)
                        .choose(new boolean[] {true, false}, new double[] {0.5, 0.5});

        assertThat(choice.undefinedBecause())
                .contains(
                        "no threshold among the validation scores has a specificity of at least"
                                + " 0.9");
        assertThat(Json.line(choice)).startsWith("{\"undefinedBecause\":\"no threshold");
    }

    @Test
    void ofPredictionsItIsAboutTheirProbabilities() {
        Predictions validation =
                new Predictions(
                        List.of(
                                new Prediction("a", Label.INTERESTED, 0.7, "a", "p", Map.of()),
                                new Prediction(
                                        "b", Label.NOT_INTERESTED, 0.4, "b", "p", Map.of())));

        assertThat(
                        ThresholdRule.maximalYouden()
                                .choose(validation)
                                .threshold()
                                .map(Threshold::value))
                .contains(0.7);
    }

    @Test
    void refusesWhatIsNoRateAndNoThreshold() {
        assertThatIllegalArgumentException().isThrownBy(() -> ThresholdRule.atSensitivity(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThresholdRule.atSpecificity(1.5))
                .withMessage("specificity 1.5: it must be in (0, 1]");
        assertThatIllegalArgumentException().isThrownBy(() -> ThresholdRule.fixed(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ThresholdRule.maximalF1()
                                        .choose(
                                                new boolean[] {true},
                                                new double[] {Double.POSITIVE_INFINITY}));
    }

    @Test
    void aModelWithoutAChosenThresholdHasOneHalfAndSaysWhy() {
        ThresholdChoice none =
                ThresholdRule.maximalYouden().choose(new boolean[] {true}, new double[] {0.9});

        assertThat(none.orHalf().value()).isEqualTo(0.5);
        assertThat(none.orHalf().rule()).contains(none.undefinedBecause().orElseThrow());
        assertThat(Threshold.fixed(0.8).orHalf()).isEqualTo(Threshold.fixed(0.8));
    }

    @Test
    void aScoreThatEqualsTheThresholdIsCalledPositive() {
        assertThat(Threshold.fixed(0.8).label(0.8)).isEqualTo(Label.POSITIVE);
        assertThat(Threshold.fixed(0.8).label(0.79)).isEqualTo(Label.NOT_INTERESTED);
    }
}
