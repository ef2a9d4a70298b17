package dev.fer4j.eval.inference;

import static dev.fer4j.eval.inference.ClusterPermutation.Swapped.RANKS;
import static dev.fer4j.eval.inference.ClusterPermutation.Swapped.SCORES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterPermutationTest {

    private static final Seed SEED = new Seed(1);

    static List<Reference> cases() throws IOException {
        return Reference.of("cluster-permutation");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithEnumerationInFractions(Reference reference) {
        for (ClusterPermutation.Swapped swapped : ClusterPermutation.Swapped.values()) {
            int index = swapped == RANKS ? 3 : 4;

            Finding<ClusterPermutation.Result> found =
                    new ClusterPermutation(100, swapped, SEED)
                            .aucDifference(
                                    reference.classes(0),
                                    reference.groups(1).get(0),
                                    reference.groups(1).get(1),
                                    reference.clusters(2));

            assertThat(found.result().isEmpty()).isEqualTo(reference.isUndefined(index));
            found.result()
                    .ifPresent(
                            result -> {
                                assertThat(result.isExact()).isTrue();
                                assertThat(result.p())
                                        .isCloseTo(reference.number(index), within(1e-15));
                            });
        }
    }

    private static ClusterPermutation.Result test(
            ClusterPermutation permutation, Predictions first, double[] second) {
        return permutation
                .aucDifference(
                        first.positives(),
                        first.probabilities(),
                        second,
                        Clusters.participants(first))
                .result()
                .orElseThrow();
    }

    @Test
    void drawsWhereThereAreTooManySwappings() {
        Predictions good = MadeUpStudy.predictions(new Seed(2), 2, 20, 6, 5);
        double[] bad = MadeUpStudy.predictions(new Seed(3), 0.1, 20, 6, 5).probabilities();

        ClusterPermutation.Result result = test(new ClusterPermutation(SEED), good, bad);

        assertThat(result.isExact()).isFalse();
        assertThat(result.swappings()).isEqualTo(10_000);
        assertThat(result.p()).isBetween(1e-4, 0.01);
        assertThat(result.difference()).isPositive();
        assertThat(test(new ClusterPermutation(SEED), good, bad)).isEqualTo(result);
    }

    @Test
    void drawnAndExactAgree() {
        Predictions one = MadeUpStudy.predictions(new Seed(2), 0.8, 12, 5, 5);
        double[] other = MadeUpStudy.predictions(new Seed(3), 0.5, 12, 5, 5).probabilities();

        ClusterPermutation.Result exact =
                test(new ClusterPermutation(2048, RANKS, SEED), one, other);
        ClusterPermutation.Result drawn =
                test(new ClusterPermutation(2047, RANKS, SEED), one, other);

        assertThat(exact.isExact()).isTrue();
        assertThat(exact.swappings()).isEqualTo(2048);
        assertThat(drawn.isExact()).isFalse();
        assertThat(drawn.p()).isCloseTo(exact.p(), within(0.05));
    }

    @Test
    void aModelThatIsStretchedRanksAlikeAndHasAPOfOne() {
        Predictions one = MadeUpStudy.predictions(new Seed(2), 0.8, 8, 5, 5);
        double[] stretched = DoubleStream.of(one.probabilities()).map(p -> 0.9 + p / 100).toArray();

        assertThat(test(new ClusterPermutation(SEED), one, stretched).p()).isEqualTo(1);
        // Swapped as they are, scores of two scales mix, and all but none or all swapped is worse.
        assertThat(test(new ClusterPermutation(999, SCORES, SEED), one, stretched).difference())
                .isZero();
    }

    @Test
    void anyStatisticCanBeTested() {
        double[] differences = {3, 2, 2, 1};

        ClusterPermutation.Result result =
                new ClusterPermutation(SEED)
                        .of(
                                4,
                                swapped -> {
                                    double sum = 0;
                                    for (int i = 0; i < 4; i++) {
                                        sum += swapped[i] ? -differences[i] : differences[i];
                                    }
                                    return sum;
                                })
                        .result()
                        .orElseThrow();

        // Of 16 sums only 8 and −8 are as far from zero.
        assertThat(result).isEqualTo(new ClusterPermutation.Result(8, 1 / 8.0, 8, true));
    }

    @Test
    void oneParticipantOrOneClassIsUndefined() {
        ClusterPermutation permutation = new ClusterPermutation(SEED);
        double[] scores = {1, 2};
        assertThat(
                        permutation
                                .aucDifference(
                                        new boolean[] {true, false},
                                        scores,
                                        scores,
                                        Clusters.of(List.of("a", "a")))
                                .undefinedBecause())
                .contains(
                        "predictions cannot be swapped with one participant; at least two are"
                                + " needed");
        assertThat(
                        permutation
                                .aucDifference(
                                        new boolean[] {true, true},
                                        scores,
                                        scores,
                                        Clusters.of(List.of("a", "b")))
                                .undefinedBecause())
                .contains("all 2 samples are of the positive class");
    }

    @Test
    void refusesTooFewDrawsAndNaN() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClusterPermutation(10, RANKS, SEED));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ClusterPermutation(SEED)
                                        .aucDifference(
                                                new boolean[] {true, false},
                                                new double[] {1, Double.NaN},
                                                new double[] {1, 2},
                                                Clusters.of(List.of("a", "b"))));
    }
}
