package dev.fer4j.eval.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedScoresTest {

    @Test
    void anySizeOfNumberIsInItsPlace() {
        double[] scores = {-1e300, 1e-310, 0, -0.0, 7, -1e-310, 1e300, -7, 1};
        ThresholdCounts counts = new RankedScores(new boolean[9], scores).counts();

        List<Double> thresholds = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            thresholds.add(counts.threshold(i));
        }
        assertThat(thresholds).containsExactly(1e300, 7.0, 1.0, 1e-310, 0.0, -1e-310, -7.0, -1e300);
        assertThat(counts.falsePositives(4)).isEqualTo(6);
        assertThat(counts.negatives()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aWeightIsThatManySamples(long seed) {
        RandomGenerator random = new Seed(seed).generator();
        int n = 2 + random.nextInt(40);
        boolean[] positives = new boolean[n];
        double[] scores = new double[n];
        int[] weights = new int[n];
        List<Integer> repeated = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            positives[i] = i % 2 == 0;
            scores[i] = random.nextInt(6) - 3;
            weights[i] = i < 2 ? 1 : random.nextInt(4);
            for (int k = 0; k < weights[i]; k++) {
                repeated.add(i);
            }
        }
        boolean[] repeatedPositives = new boolean[repeated.size()];
        double[] repeatedScores = new double[repeated.size()];
        for (int k = 0; k < repeated.size(); k++) {
            repeatedPositives[k] = positives[repeated.get(k)];
            repeatedScores[k] = scores[repeated.get(k)];
        }

        assertThat(new RankedScores(positives, scores).auc(weights))
                .isEqualTo(new RankedScores(repeatedPositives, repeatedScores).auc())
                .isPresent();
    }

    @Test
    void weightsThatLeaveOneClassHaveNoAuc() {
        RankedScores ranked =
                new RankedScores(new boolean[] {true, false, true}, new double[] {3, 2, 1});

        assertThat(ranked.auc(new int[] {1, 0, 5})).isEmpty();
        assertThat(ranked.auc(new int[] {0, 5, 0})).isEmpty();
        assertThat(ranked.auc(new int[] {0, 0, 0})).isEmpty();
        assertThat(ranked.auc(new int[] {3, 1, 1})).hasValue(0.75);
    }

    @Test
    void manySamplesDoNotOverflow() {
        int[] weights = {Integer.MAX_VALUE, Integer.MAX_VALUE};

        assertThat(new RankedScores(new boolean[] {true, false}, new double[] {1, 1}).auc(weights))
                .hasValue(0.5);
    }

    @Test
    void scoresMustBeFinite() {
        for (double score :
                new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () ->
                                    new RankedScores(
                                            new boolean[] {true, false}, new double[] {0, score}))
                    .withMessage(
                            "the score of sample 1 is %s: scores must be finite numbers", score);
        }
    }
}
