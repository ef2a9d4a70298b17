package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.metric.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrossedJackknifeTest {

    static List<Reference> cases() throws IOException {
        return Reference.of("crossed-jackknife");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTheFormulaInFractions(Reference reference) {
        Clusters clusters = reference.clusters(2);
        List<ClusteredMetric> trainings =
                reference.groups(1).stream()
                        .map(scores -> ClusteredMetric.auc(reference.classes(0), scores, clusters))
                        .toList();

        Finding<Estimate> found = CrossedJackknife.of(trainings);

        assertThat(found.result().isEmpty()).isEqualTo(reference.isUndefined(3));
        if (found.result().isEmpty()) {
            return;
        }
        Estimate estimate = found.result().get();
        assertThat(estimate.value()).isCloseTo(reference.number(3), within(1e-15));
        assertThat(estimate.standardError()).isCloseTo(reference.number(4), within(1e-14));
        reference.assertClose(estimate.degreesOfFreedom(), 5, 1e-9);
        assertThat(estimate.test().result().isEmpty()).isEqualTo(reference.isUndefined(6));
        estimate.test().result().ifPresent(test -> reference.assertClose(test.p(), 6, 1e-9));
    }

    private static ClusteredMetric training(long seed) {
        Predictions test = MadeUpStudy.predictions(new Seed(seed), 1, 8, 5, 10);
        return ClusteredMetric.auc(test, Clusters.participants(test));
    }

    @Test
    void withOneTrainingItIsTheJackknife() {
        assertThat(CrossedJackknife.of(List.of(training(1))))
                .isEqualTo(Jackknife.of(training(1)).map(Jackknife::estimate));
    }

    @Test
    void equalTrainingsAddNothing() {
        Estimate one = CrossedJackknife.of(List.of(training(1))).result().orElseThrow();
        Estimate three =
                CrossedJackknife.of(List.of(training(1), training(1), training(1)))
                        .result()
                        .orElseThrow();

        assertThat(three.standardError()).isCloseTo(one.standardError(), within(1e-12));
        assertThat(three.degreesOfFreedom()).isCloseTo(one.degreesOfFreedom(), within(1e-9));
    }

    /** A training that is better than another by the same everywhere. */
    private record Shifted(ClusteredMetric metric, double by) implements ClusteredMetric {
        @Override
        public int clusters() {
            return metric.clusters();
        }

        @Override
        public Outcome of(int[] times) {
            return Outcome.of(metric.of(times).value().orElseThrow() + by);
        }
    }

    @Test
    void theSpreadBetweenTrainingsIsAdded() {
        ClusteredMetric training = training(1);
        double ofPeople =
                CrossedJackknife.of(List.of(training)).result().orElseThrow().standardError();

        Estimate crossed =
                CrossedJackknife.of(List.of(training, new Shifted(training, 0.1)))
                        .result()
                        .orElseThrow();

        // The variance of 0 and 0.1 is 0.005, that of their mean half as much.
        assertThat(crossed.standardError())
                .isCloseTo(Math.sqrt(0.0025 + ofPeople * ofPeople), within(1e-12));
        assertThat(crossed.degreesOfFreedom()).isBetween(1.0, 7.0);
    }

    @Test
    void refusesNothingAndOtherPeople() {
        Predictions fewer = MadeUpStudy.predictions(new Seed(1), 1, 5, 5, 10);
        assertThatIllegalArgumentException().isThrownBy(() -> CrossedJackknife.of(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                CrossedJackknife.of(
                                        List.of(
                                                training(1),
                                                ClusteredMetric.auc(
                                                        fewer, Clusters.participants(fewer)))))
                .withMessage("trainings were tested on 8 and on 5 clusters");
    }
}
