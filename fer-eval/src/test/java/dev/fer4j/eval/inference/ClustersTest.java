package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.eval.MadeUpStudy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClustersTest {

    @Test
    void areNumberedInTheOrderOfTheirFirstSample() {
        Clusters clusters = Clusters.of(List.of("b", "a", "b", "c"));

        assertThat(clusters.count()).isEqualTo(3);
        assertThat(clusters.samples()).isEqualTo(4);
        assertThat(clusters.of(2)).isZero();
        assertThat(clusters.name(1)).isEqualTo("a");
        assertThat(clusters.sizes()).containsExactly(2, 1, 1);
        assertThat(clusters).hasToString("3 clusters of 4 samples");
    }

    @Test
    void recordingsLieWithinParticipants() {
        Predictions test = MadeUpStudy.predictions(new Seed(1), 1, 4, 3, 5);
        Clusters participants = Clusters.participants(test);
        Clusters recordings = Clusters.recordings(test);

        Clusters participantsOfRecordings = recordings.within(participants);

        assertThat(participants.count()).isEqualTo(4);
        assertThat(recordings.count()).isEqualTo(12);
        assertThat(participantsOfRecordings.count()).isEqualTo(4);
        assertThat(participantsOfRecordings.samples()).isEqualTo(12);
        assertThat(participantsOfRecordings.of(11)).isEqualTo(3);
    }

    @Test
    void oneRecordingOfTwoParticipantsIsRefused() {
        Clusters recordings = Clusters.of(List.of("r1", "r2", "r1"));
        Clusters participants = Clusters.of(List.of("anna", "anna", "ben"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> recordings.within(participants))
                .withMessage("r1 belongs to anna and to ben: give it a different name in each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recordings.within(Clusters.of(List.of("anna"))));
    }

    @Test
    void manyAreLeftOutInGroupsOfWholeClusters() {
        List<String> names = IntStream.range(0, 1000).mapToObj(i -> "p" + i / 2).toList();
        Clusters clusters = Clusters.of(names);
        Clusters groups = clusters.inGroups();

        assertThat(clusters.count()).isEqualTo(500);
        assertThat(groups.count()).isEqualTo(200);
        assertThat(groups.samples()).isEqualTo(1000);
        assertThat(clusters.within(groups).count()).isEqualTo(200);
        assertThat(Clusters.of(names.subList(0, 400)).inGroups().count()).isEqualTo(200);
        assertThat(Clusters.of(names.subList(0, 10)).inGroups().sizes())
                .containsExactly(2, 2, 2, 2, 2);
    }
}
