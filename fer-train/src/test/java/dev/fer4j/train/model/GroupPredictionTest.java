package dev.fer4j.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.AggregationRule;
import dev.fer4j.eval.metric.EvaluationUnit;
import dev.fer4j.eval.metric.Threshold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupPredictionTest {

    private static final AggregationRule VOTE = AggregationRule.vote(0.5);

    private static List<ImagePrediction> images(double... logits) {
        return Arrays.stream(logits)
                .mapToObj(logit -> ImagePrediction.of(logit, Threshold.HALF))
                .toList();
    }

    private static GroupPrediction of(AggregationRule rule, double... logits) {
        return GroupPrediction.ofImages("r", images(logits), rule, Threshold.HALF);
    }

    /** Two that lean to no, one that is certain of yes: the rules differ. */
    @Test
    void rulesWeighCertaintyDifferently() {
        GroupPrediction logit = of(AggregationRule.MEAN_LOGIT, -1, -1, 5);
        assertThat(logit.logit().orElseThrow()).isCloseTo(1.0, within(1e-12));
        assertThat(logit.probability()).isCloseTo(0.7310585786, within(1e-9));
        assertThat(logit.label()).isEqualTo(Label.INTERESTED);

        GroupPrediction probability = of(AggregationRule.MEAN_PROBABILITY, -1, -1, 5);
        // (2 · 0.2689414214 + 0.9933071491) / 3
        assertThat(probability.probability()).isCloseTo(0.5103966640, within(1e-9));
        assertThat(probability.logit()).isEmpty();
        assertThat(probability.label()).isEqualTo(Label.INTERESTED);

        GroupPrediction vote = of(VOTE, -1, -1, 5);
        assertThat(vote.probability()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(vote.label()).isEqualTo(Label.NOT_INTERESTED);
        assertThat(vote.images()).isEqualTo(3);
    }

    @Test
    void aTieOfVotesIsCalledPositiveWhateverTheThresholdOfImages() {
        assertThat(of(VOTE, -3, 0.1).label()).isEqualTo(Label.POSITIVE);
        assertThat(
                        GroupPrediction.ofImages(
                                        "r",
                                        images(-3, 5),
                                        AggregationRule.vote(0.9),
                                        Threshold.fixed(0.9))
                                .label())
                .isEqualTo(Label.POSITIVE);
    }

    @Test
    void recordingsOfAPersonCountOnceEachAsInAnEvaluation() {
        double[][] recordings = {{-2, -2, -2, -2, -2}, {4}, {1, -1}};
        List<Prediction> evaluated = new ArrayList<>();
        for (int recording = 0; recording < recordings.length; recording++) {
            for (ImagePrediction image : images(recordings[recording])) {
                evaluated.add(
                        new Prediction(
                                "i" + evaluated.size(),
                                Label.INTERESTED,
                                image.probability(),
                                "r" + recording,
                                "p",
                                Map.of()));
            }
        }
        for (AggregationRule rule :
                List.of(AggregationRule.MEAN_PROBABILITY, AggregationRule.MEAN_LOGIT, VOTE)) {
            GroupPrediction person =
                    GroupPrediction.ofRecordings(
                            "p",
                            Arrays.stream(recordings).map(logits -> of(rule, logits)).toList(),
                            rule,
                            Threshold.HALF);

            assertThat(person.images()).isEqualTo(8);
            assertThat(person.probability())
                    .isEqualTo(
                            EvaluationUnit.PARTICIPANT
                                    .aggregate(new Predictions(evaluated), rule)
                                    .all()
                                    .get(0)
                                    .probability());
        }
    }
}
