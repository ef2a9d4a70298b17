package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Seed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JackknifeTest {

    static List<Reference> cases() throws IOException {
        return Reference.of("jackknife");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithLeavingOutInFractions(Reference reference) {
        Clusters clusters = reference.clusters(2);
        List<double[]> scores = reference.groups(1);
        ClusteredMetric difference =
                ClusteredMetric.auc(reference.classes(0), scores.get(0), clusters)
                        .minus(ClusteredMetric.auc(reference.classes(0), scores.get(1), clusters));

        Finding<Estimate> found = Jackknife.of(difference).map(Jackknife::estimate);

        assertThat(found.result().isEmpty()).isEqualTo(reference.isUndefined(3));
        if (found.result().isEmpty()) {
            return;
        }
        Estimate estimate = found.result().get();
        assertThat(estimate.value()).isCloseTo(reference.number(3), within(1e-15));
        reference.assertClose(estimate.standardError(), 4, 1e-12);
        assertThat(estimate.test().result().isEmpty()).isEqualTo(reference.isUndefined(5));
        estimate.test().result().ifPresent(test -> reference.assertClose(test.p(), 5, 1e-9));
        estimate.interval(0.95)
                .result()
                .ifPresent(
                        interval -> {
                            assertThat(interval.lower())
                                    .isCloseTo(reference.number(6), within(1e-12));
                            assertThat(interval.upper())
                                    .isCloseTo(reference.number(7), within(1e-12));
                        });
    }

    @Test
    void oneParticipantWithAllNegativesCannotBeSpared() {
        Finding<Jackknife> found =
                Jackknife.of(
                        ClusteredMetric.auc(
                                new boolean[] {true, true, false},
                                new double[] {3, 2, 1},
                                Clusters.of(List.of("a", "b", "c"))));

        assertThat(found.undefinedBecause())
                .contains(
                        "without one of the participants there is no value: the samples are of one"
                                + " class, or there are none");
    }

    @Test
    void oneParticipantOrOneClassHasNone() {
        Clusters alone = Clusters.of(List.of("a", "a"));
        assertThat(
                        Jackknife.of(
                                        ClusteredMetric.auc(
                                                new boolean[] {true, false},
                                                new double[] {2, 1},
                                                alone))
                                .undefinedBecause())
                .contains("one participant cannot be left out; at least two are needed");
        assertThat(
                        Jackknife.of(
                                        ClusteredMetric.auc(
                                                new boolean[] {true, true},
                                                new double[] {2, 1},
                                                alone))
                                .undefinedBecause())
                .contains("all 2 samples are of the positive class");
    }

    @Test
    void manyClustersAreLeftOutInTheGroupsThatTheyWouldBePutInto() {
        RandomGenerator random = new Seed(5).generator();
        boolean[] positives = new boolean[900];
        double[] scores = new double[900];
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            positives[i] = random.nextBoolean();
            scores[i] = random.nextGaussian() + (positives[i] ? 1 : 0);
            people.add("p" + i % 300);
        }
        Clusters clusters = Clusters.of(people);

        Jackknife one =
                Jackknife.of(ClusteredMetric.auc(positives, scores, clusters))
                        .result()
                        .orElseThrow();
        Jackknife other =
                Jackknife.of(ClusteredMetric.auc(positives, scores, clusters.inGroups()))
                        .result()
                        .orElseThrow();

        assertThat(one.leftOut().size()).isEqualTo(200);
        assertThat(one.value()).isEqualTo(other.value());
        assertThat(one.estimate().standardError())
                .isCloseTo(other.estimate().standardError(), within(1e-12));
    }
}
