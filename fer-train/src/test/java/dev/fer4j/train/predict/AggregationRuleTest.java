package dev.fer4j.train.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregationRuleTest {

    private static final DecisionThreshold HALF = DecisionThreshold.HALF;

    private static GroupPrediction of(AggregationRule rule, double... logits) {
        return rule.ofImages(
                "r",
                Arrays.stream(logits).mapToObj(logit -> ImagePrediction.of(logit, HALF)).toList(),
                HALF);
    }

    /** Two that lean to no, one that is certain of yes: the rules differ. */
    @Test
    void rulesWeighCertaintyDifferently() {
        GroupPrediction logit = of(AggregationRule.MEAN_LOGIT, -1, -1, 5);
        assertThat(logit.logit()).contains(1.0);
        assertThat(logit.probability()).isCloseTo(0.7310585786, within(1e-9));
        assertThat(logit.label()).isEqualTo(Label.INTERESTED);

        GroupPrediction probability = of(AggregationRule.MEAN_PROBABILITY, -1, -1, 5);
        // (2 · 0.2689414214 + 0.9933071491) / 3
        assertThat(probability.probability()).isCloseTo(0.5103966640, within(1e-9));
        assertThat(probability.logit()).isEmpty();
        assertThat(probability.label()).isEqualTo(Label.INTERESTED);

        GroupPrediction vote = of(AggregationRule.VOTE, -1, -1, 5);
        assertThat(vote.probability()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(vote.label()).isEqualTo(Label.NOT_INTERESTED);
        assertThat(vote.images()).isEqualTo(3);
    }

    @Test
    void tiesOfVotesGoByTheMeanProbability() {
        assertThat(of(AggregationRule.VOTE, -0.1, 3).label()).isEqualTo(Label.INTERESTED);
        assertThat(of(AggregationRule.VOTE, 0.1, -3).label()).isEqualTo(Label.NOT_INTERESTED);
    }

    @Test
    void recordingsOfAPersonCountOnceEach() {
        GroupPrediction many = of(AggregationRule.MEAN_PROBABILITY, -2, -2, -2, -2, -2);
        GroupPrediction one = of(AggregationRule.MEAN_PROBABILITY, 4);
        GroupPrediction person =
                AggregationRule.MEAN_PROBABILITY.ofGroups("p", List.of(many, one), HALF);
        assertThat(person.images()).isEqualTo(6);
        // (0.1192029220 + 0.9820137900) / 2
        assertThat(person.probability()).isCloseTo(0.5506083560, within(1e-9));
    }

    @Test
    void labelsGoByTheThresholdOfTheModel() {
        DecisionThreshold high = new DecisionThreshold(0.8, "test");
        assertThat(high.label(0.8)).isEqualTo(Label.INTERESTED);
        assertThat(high.label(0.79)).isEqualTo(Label.NOT_INTERESTED);
        assertThat(ImagePrediction.of(1, high).label()).isEqualTo(Label.NOT_INTERESTED);
    }
}
