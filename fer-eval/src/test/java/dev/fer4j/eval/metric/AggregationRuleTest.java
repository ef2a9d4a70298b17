package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AggregationRuleTest {

    private static final AggregationRule VOTE = AggregationRule.vote(0.5);

    private static final Predictions IMAGES =
            new Predictions(
                    List.of(
                            image("1", 0.9, "r1"),
                            image("2", 0.6, "r1"),
                            image("3", 0.1, "r1"),
                            image("4", 0.2, "r2"),
                            image("5", 0.8, "r2")));

    private static Prediction image(String id, double probability, String recording) {
        return new Prediction(id, Label.INTERESTED, probability, recording, "p", Map.of());
    }

    private static double participant(AggregationRule rule) {
        return EvaluationUnit.PARTICIPANT.aggregate(IMAGES, rule).all().get(0).probability();
    }

    @Test
    void eachRuleHasItsNumber() {
        double logit = (Math.log(9) + Math.log(1.5) - Math.log(9)) / 3;

        assertThat(recording(AggregationRule.MEAN_PROBABILITY)).isCloseTo(1.6 / 3, within(1e-15));
        assertThat(recording(AggregationRule.MEAN_LOGIT))
                .isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-15));
        assertThat(recording(VOTE)).isCloseTo(2 / 3.0, within(1e-15));
    }

    private static double recording(AggregationRule rule) {
        return EvaluationUnit.RECORDING.aggregate(IMAGES, rule).all().get(0).probability();
    }

    @Test
    void everyRecordingOfAParticipantCountsOnce() {
        double logit = Math.log(1.5) / 6;

        assertThat(participant(AggregationRule.MEAN_PROBABILITY))
                .isCloseTo((1.6 / 3 + 0.5) / 2, within(1e-15));
        assertThat(participant(AggregationRule.MEAN_LOGIT))
                .isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-15));
        // Most images of the first recording are called positive; the second has a tie.
        assertThat(participant(VOTE)).isEqualTo(0.75);
    }

    @Test
    void theMeanIsTheDefault() {
        for (EvaluationUnit unit : EvaluationUnit.values()) {
            assertThat(unit.aggregate(IMAGES))
                    .isEqualTo(unit.aggregate(IMAGES, AggregationRule.MEAN_PROBABILITY));
            assertThat(unit.rule()).isEqualTo(unit.rule(AggregationRule.MEAN_PROBABILITY));
        }
        assertThat(EvaluationUnit.RECORDING.rule())
                .isEqualTo(
                        "every recording is a case; its probability is the mean over its images");
    }

    @Test
    void unitsSayTheRule() {
        assertThat(EvaluationUnit.RECORDING.rule(VOTE))
                .contains("the share of its images with a probability of at least 0.5");
        assertThat(EvaluationUnit.PARTICIPANT.rule(AggregationRule.MEAN_LOGIT))
                .contains("mean logits");
        assertThat(EvaluationUnit.IMAGE.rule(VOTE)).isEqualTo("every image is a case");
    }

    @Test
    void certainImagesHaveAFiniteLogit() {
        assertThat(AggregationRule.MEAN_LOGIT.ofImages(new double[] {0, 1})).isEqualTo(0.5);
        assertThat(AggregationRule.MEAN_LOGIT.ofImages(new double[] {1}))
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void aVoteNeedsAThresholdForProbabilities() {
        assertThatIllegalArgumentException().isThrownBy(() -> AggregationRule.vote(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> AggregationRule.vote(Double.NaN));
    }

    @Test
    void votesAreDecidedAtOneHalfAndMeansAtTheThresholdOfImages() {
        assertThat(AggregationRule.vote(0.8).threshold(0.8)).isEqualTo(0.5);
        assertThat(AggregationRule.MEAN_PROBABILITY.threshold(0.8)).isEqualTo(0.8);
        assertThat(AggregationRule.MEAN_LOGIT.threshold(0.8)).isEqualTo(0.8);
    }
}
