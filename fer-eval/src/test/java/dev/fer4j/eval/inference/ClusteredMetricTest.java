package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.metric.PrecisionRecallCurve;
import dev.fer4j.eval.metric.RocCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusteredMetricTest {

    /** Few clusters and many, so both ways of counting; scores of one decimal, so many ties. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aucIsThatOfTheSamplesRepeated(long seed) {
        RandomGenerator random = new Seed(seed).generator();
        int people = random.nextInt(1, 15);
        Predictions test = tied(random, people, random.nextInt(10, 120));
        Clusters participants = Clusters.participants(test);
        ClusteredMetric fast = ClusteredMetric.auc(test, participants);
        ClusteredMetric slow =
                ClusteredMetric.of(
                        test,
                        participants,
                        p -> RocCurve.of(p.positives(), p.probabilities()).auc());
        assertThat(fast.clusters()).isEqualTo(slow.clusters());

        for (int resample = 0; resample < 20; resample++) {
            int[] times = random.ints(participants.count(), 0, 4).toArray();
            assertThat(fast.of(times).value()).isEqualTo(slow.of(times).value());
        }
        assertThat(fast.value())
                .isEqualTo(RocCurve.of(test.positives(), test.probabilities()).auc());
    }

    private static Predictions tied(RandomGenerator random, int people, int samples) {
        List<Prediction> all = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            all.add(
                    new Prediction(
                            "s" + i,
                            i == 0 || random.nextInt(4) > 0
                                    ? Label.INTERESTED
                                    : Label.NOT_INTERESTED,
                            random.nextInt(11) / 10.0,
                            "r",
                            "p" + random.nextInt(people),
                            Map.of()));
        }
        all.add(new Prediction("last", Label.NOT_INTERESTED, 0.5, "r", "p0", Map.of()));
        return new Predictions(all);
    }

    @Test
    void differencesAndMeansAreOfTheSameResample() {
        Predictions good = MadeUpStudy.predictions(new Seed(1), 2, 6, 4, 3);
        Predictions bad = MadeUpStudy.predictions(new Seed(2), 0, 6, 4, 3);
        Clusters participants = Clusters.participants(good);
        ClusteredMetric first = ClusteredMetric.auc(good, participants);
        ClusteredMetric second = ClusteredMetric.auc(bad, participants);
        int[] times = {2, 0, 1, 1, 1, 1};

        double a = first.of(times).value().orElseThrow();
        double b = second.of(times).value().orElseThrow();

        assertThat(first.minus(second).of(times).value()).contains(a - b);
        assertThat(ClusteredMetric.mean(List.of(first, second)).of(times).value().orElseThrow())
                .isCloseTo((a + b) / 2, within(1e-15));
        assertThat(ClusteredMetric.mean(List.of(first))).isSameAs(first);
    }

    @Test
    void anyMetricCanBeResampled() {
        Predictions test = MadeUpStudy.predictions(new Seed(1), 1, 6, 4, 3);
        ClusteredMetric averagePrecision =
                ClusteredMetric.of(
                        test,
                        Clusters.participants(test),
                        p ->
                                PrecisionRecallCurve.of(p.positives(), p.probabilities())
                                        .averagePrecision());

        assertThat(averagePrecision.value())
                .isEqualTo(
                        PrecisionRecallCurve.of(test.positives(), test.probabilities())
                                .averagePrecision());
        assertThat(Jackknife.of(averagePrecision).result().orElseThrow().leftOut().size())
                .isEqualTo(6);
    }

    @Test
    void oneClassIsUndefinedInDifferencesToo() {
        Clusters clusters = Clusters.of(List.of("a", "b"));
        ClusteredMetric auc =
                ClusteredMetric.auc(new boolean[] {true, false}, new double[] {1, 0}, clusters);

        assertThat(auc.value().value()).contains(1.0);
        assertThat(auc.of(new int[] {2, 0}).undefinedBecause())
                .contains("the samples are of one class, or there are none");
        assertThat(auc.minus(auc).of(new int[] {0, 2}).undefinedBecause()).isPresent();
    }

    @Test
    void refusesOtherLengthsClustersAndNaN() {
        Clusters two = Clusters.of(List.of("a", "b"));
        boolean[] classes = {true, false};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusteredMetric.auc(classes, new double[] {1}, two));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusteredMetric.auc(classes, new double[] {1, Double.NaN}, two));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                ClusteredMetric.auc(
                                        classes,
                                        new double[] {1, Double.NaN},
                                        Clusters.of(List.of("a", "a"))));
        ClusteredMetric ofTwo = ClusteredMetric.auc(classes, new double[] {1, 2}, two);
        ClusteredMetric ofOne =
                ClusteredMetric.auc(classes, new double[] {1, 2}, Clusters.of(List.of("a", "a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofTwo.minus(ofOne))
                .withMessageContaining("compare them on the same samples");
    }
}
