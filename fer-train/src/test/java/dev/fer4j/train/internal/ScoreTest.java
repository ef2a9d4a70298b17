package dev.fer4j.train.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.eval.calibration.LogLoss;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Logit;
import dev.fer4j.eval.metric.RocCurve;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static Score of(Score.Entry... entries) {
        Score score = new Score();
        List.of(entries).forEach(score::add);
        return score;
    }

    /** The same predictions have the same numbers in a training's history and in a report. */
    @Test
    void numbersAreThoseOfTheEvaluation() {
        Random random = new Random(3);
        Score score = new Score();
        boolean[] positives = new boolean[200];
        double[] probabilities = new double[200];
        for (int i = 0; i < 200; i++) {
            positives[i] = random.nextBoolean();
            float logit = (float) random.nextGaussian() + (positives[i] ? 1 : 0);
            probabilities[i] = Logit.toProbability(logit);
            score.add(new Score.Entry(logit, positives[i] ? 1 : 0, 1));
        }

        assertThat(score.auc()).isEqualTo(RocCurve.of(positives, probabilities).auc().value());
        assertThat(score.accuracy())
                .isEqualTo(
                        ConfusionMatrix.at(positives, probabilities, 0.5)
                                .accuracy()
                                .value()
                                .orElseThrow());
        assertThat(score.loss())
                .isCloseTo(
                        LogLoss.of(positives, probabilities).loss().value().orElseThrow(),
                        within(1e-12));
    }

    @Test
    void samplesCountTheirWeights() {
        Score.Entry right = new Score.Entry(1, 1, 3);
        Score.Entry wrong = new Score.Entry(2, 0, 1);
        Score.Entry rightToo = new Score.Entry(-1, 0, 2);

        assertThat(of(right, wrong, rightToo).accuracy()).isEqualTo(5 / 6.0);
        assertThat(of(right, wrong, rightToo).auc()).contains(2 / 3.0);
    }

    @Test
    void areaIsUndefinedForOneClassAndForLogitsThatAreNotFinite() {
        Score.Entry positive = new Score.Entry(1, 1, 1);

        assertThat(of(positive, positive).auc()).isEmpty();
        assertThat(of().auc()).isEmpty();
        assertThat(of(positive, new Score.Entry(Float.NaN, 0, 1)).auc()).isEmpty();
        assertThat(of(positive, new Score.Entry(2, 0, 1)).auc()).contains(0.0);
    }
}
