package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import dev.fer4j.eval.metric.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {

    private static final ClusterBootstrap BOOTSTRAP = new ClusterBootstrap(new Seed(1));

    /** Samples named by participant and class: {@code a+} is a positive one of participant a. */
    private static ClusteredMetric auc(List<String> samples, double... scores) {
        boolean[] positives = new boolean[scores.length];
        for (int i = 0; i < positives.length; i++) {
            positives[i] = samples.get(i).endsWith("+");
        }
        return ClusteredMetric.auc(
                positives,
                scores,
                Clusters.of(samples.stream().map(name -> name.substring(0, 1)).toList()));
    }

    @Test
    void drawsWholeParticipants() {
        // Participant a is ranked rightly by the first model only, b by the second only; scores of
        // a lie below those of b, so between the two one pair of each direction counts.
        List<String> samples = List.of("a+", "a-", "b+", "b-");
        ClusteredMetric difference =
                auc(samples, 0.2, 0.1, 0.8, 0.9).minus(auc(samples, 0.1, 0.2, 0.8, 0.7));

        Replicates replicates = BOOTSTRAP.of(difference).result().orElseThrow();

        // Possible resamples: aa (1 − 0), bb (0 − 1), ab (0.5 − 0.5), with shares 1/4, 1/4, 1/2.
        assertThat(replicates.estimate()).isZero();
        assertThat(replicates.percentile(0.95)).isEqualTo(new Interval(-1, 1, 0.95));
        assertThat(replicates.sorted().stream().filter(d -> d == 0).count()).isBetween(900L, 1100L);
        assertThat(replicates.sorted()).hasSize(2000);
        assertThat(replicates.redrawn()).isZero();
    }

    @Test
    void resamplesOfOneClassAreRedrawnAndCounted() {
        Replicates replicates =
                BOOTSTRAP.of(auc(List.of("a+", "b-"), 0.6, 0.5)).result().orElseThrow();

        // Half of the resamples are aa or bb.
        assertThat(replicates.redrawn()).isBetween(1500L, 2500L);
        assertThat(replicates.percentile(0.95)).isEqualTo(new Interval(1, 1, 0.95));
    }

    @Test
    void aModelDoesNotDifferFromItself() {
        ClusteredMetric auc = madeUpAuc(new Seed(2));

        Replicates replicates = BOOTSTRAP.of(auc.minus(auc)).result().orElseThrow();

        assertThat(replicates.percentile(0.95)).isEqualTo(new Interval(0, 0, 0.95));
        assertThat(replicates.standardError()).isZero();
    }

    private static ClusteredMetric madeUpAuc(Seed seed) {
        Predictions test = MadeUpStudy.predictions(seed, 0.5, 8, 5, 10);
        return ClusteredMetric.auc(test, Clusters.participants(test));
    }

    @Test
    void isTheSameForTheSameSeed() {
        ClusteredMetric auc = madeUpAuc(new Seed(2));

        assertThat(new ClusterBootstrap(new Seed(1)).of(auc)).isEqualTo(BOOTSTRAP.of(auc));
        assertThat(new ClusterBootstrap(new Seed(9)).of(auc)).isNotEqualTo(BOOTSTRAP.of(auc));
    }

    /** A metric that says how the clusters were drawn. */
    private record Drawn(int clusters, List<int[]> all) implements ClusteredMetric {
        @Override
        public Outcome of(int[] times) {
            all.add(times.clone());
            return Outcome.of(0);
        }
    }

    @Test
    void ofBothDrawsAsManyRecordingsAsEachDrawnParticipantHas() {
        Clusters participantsOfRecordings = Clusters.of(List.of("a", "a", "a", "b"));
        Drawn drawn = new Drawn(4, new ArrayList<>());

        assertThat(BOOTSTRAP.ofBoth(drawn, participantsOfRecordings).result()).isPresent();

        // First the data themselves, then resamples.
        assertThat(drawn.all().get(0)).containsExactly(1, 1, 1, 1);
        assertThat(drawn.all().stream().skip(1))
                .allSatisfy(
                        times -> {
                            int ofA = times[0] + times[1] + times[2];
                            assertThat(ofA / 3 + times[3]).isEqualTo(2);
                            assertThat(ofA % 3).isZero();
                        })
                .anySatisfy(times -> assertThat(times).containsExactly(3, 0, 0, 1))
                .anySatisfy(times -> assertThat(times).containsExactly(1, 1, 1, 1))
                .anySatisfy(times -> assertThat(times).containsExactly(0, 0, 0, 2));
    }

    @Test
    void drawingRecordingsTooWidensTheSpread() {
        Predictions test = MadeUpStudy.predictions(new Seed(4), 0.5, 12, 5, 10);
        Clusters recordings = Clusters.recordings(test);
        Clusters participants = Clusters.participants(test);

        double people =
                BOOTSTRAP
                        .of(ClusteredMetric.auc(test, participants))
                        .result()
                        .orElseThrow()
                        .standardError();
        double both =
                BOOTSTRAP
                        .ofBoth(
                                ClusteredMetric.auc(test, recordings),
                                recordings.within(participants))
                        .result()
                        .orElseThrow()
                        .standardError();

        assertThat(both).isGreaterThan(people);
    }

    @Test
    void oneParticipantOneClassOrHardlyAnyValueIsUndefined() {
        assertThat(BOOTSTRAP.of(auc(List.of("a+", "a-"), 0.6, 0.5)).undefinedBecause())
                .contains("one participant cannot be resampled; at least two are needed");
        assertThat(BOOTSTRAP.of(auc(List.of("a+", "b+"), 0.6, 0.5)).undefinedBecause())
                .contains("all 2 samples are of the positive class");
        ClusteredMetric onlyInTheData =
                new ClusteredMetric() {
                    @Override
                    public int clusters() {
                        return 12;
                    }

                    @Override
                    public Outcome of(int[] times) {
                        return Arrays.stream(times).allMatch(time -> time == 1)
                                ? Outcome.of(1)
                                : Outcome.undefined("no");
                    }
                };
        assertThat(new ClusterBootstrap(40, new Seed(1)).of(onlyInTheData).undefinedBecause())
                .hasValueSatisfying(
                        reason ->
                                assertThat(reason)
                                        .matches("of 400\\d resamples only \\d had a value"));
    }

    @Test
    void theSpreadIsThatOfPeople() {
        ClusteredMetric auc = madeUpAuc(new Seed(5));

        double bootstrap = BOOTSTRAP.of(auc).result().orElseThrow().standardError();
        double jackknife =
                Jackknife.of(auc).map(Jackknife::estimate).result().orElseThrow().standardError();

        assertThat(bootstrap / jackknife).isCloseTo(1, within(0.4));
    }

    @Test
    void refusesTooFewReplicates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClusterBootstrap(10, new Seed(1)));
    }
}
