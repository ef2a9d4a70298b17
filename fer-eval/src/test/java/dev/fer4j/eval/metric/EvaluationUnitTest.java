package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationUnitTest {

    private static final Predictions IMAGES =
            new Predictions(
                    List.of(
                            image("b-r1-0", Label.INTERESTED, 0.9, "b-r1", "b", "x"),
                            image("b-r1-1", Label.INTERESTED, 0.5, "b-r1", "b", "y"),
                            image("b-r1-2", Label.INTERESTED, 0.1, "b-r1", "b", "x"),
                            image("a-r1-0", Label.INTERESTED, 0.3, "a-r1", "a", "x"),
                            image("a-r2-0", Label.NOT_INTERESTED, 0.2, "a-r2", "a", "x"),
                            image("b-r2-0", Label.NOT_INTERESTED, 1.0, "b-r2", "b", "x"),
                            image("b-r3-0", Label.INTERESTED, 0.0, "b-r3", "b", "x")));

    private static Prediction image(
            String id, Label label, double p, String recording, String participant, String light) {
        return new Prediction(
                id, label, p, recording, participant, Map.of("ad", "A01", "light", light));
    }

    @Test
    void imagesStayAsTheyAre() {
        assertThat(EvaluationUnit.IMAGE.aggregate(IMAGES)).isEqualTo(IMAGES);
    }

    @Test
    void recordingsHaveTheMeanOfTheirImagesInOrderOfFirstOccurrence() {
        List<Prediction> recordings = EvaluationUnit.RECORDING.aggregate(IMAGES).all();

        assertThat(recordings)
                .extracting(Prediction::sample)
                .containsExactly("b-r1", "a-r1", "a-r2", "b-r2", "b-r3");
        assertThat(recordings.get(0).probability()).isCloseTo(0.5, within(1e-15));
        assertThat(recordings.get(0).label()).isEqualTo(Label.INTERESTED);
        assertThat(recordings.get(0).participant()).isEqualTo("b");
    }

    @Test
    void onlySharedGroupsRemain() {
        List<Prediction> recordings = EvaluationUnit.RECORDING.aggregate(IMAGES).all();

        assertThat(recordings.get(0).groups()).isEqualTo(Map.of("ad", "A01"));
        assertThat(recordings.get(1).groups()).isEqualTo(Map.of("ad", "A01", "light", "x"));
    }

    @Test
    void participantsHaveTheMeanOfTheirRecordingsMeansAndTheMajorityLabel() {
        List<Prediction> participants = EvaluationUnit.PARTICIPANT.aggregate(IMAGES).all();

        assertThat(participants).hasSize(1);
        assertThat(participants.get(0).sample()).isEqualTo("b");
        assertThat(participants.get(0).label()).isEqualTo(Label.INTERESTED);
        assertThat(participants.get(0).probability())
                .isCloseTo((0.5 + 1.0 + 0.0) / 3, within(1e-15));
    }

    @Test
    void participantsWithATieAreLeftOutAndNamed() {
        assertThat(EvaluationUnit.tiedParticipants(IMAGES)).containsExactly("a");
    }

    @Test
    void imagesOfOneRecordingMustAgree() {
        Predictions twoLabels =
                new Predictions(
                        List.of(
                                image("1", Label.INTERESTED, 0.9, "r", "p", "x"),
                                image("2", Label.NOT_INTERESTED, 0.5, "r", "p", "x")));
        Predictions twoPeople =
                new Predictions(
                        List.of(
                                image("1", Label.INTERESTED, 0.9, "r", "p", "x"),
                                image("2", Label.INTERESTED, 0.5, "r", "q", "x")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvaluationUnit.RECORDING.aggregate(twoLabels))
                .withMessageContaining("recording r")
                .withMessageContaining("1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvaluationUnit.PARTICIPANT.aggregate(twoPeople));
    }

    @Test
    void nothingStaysNothing() {
        for (EvaluationUnit unit : EvaluationUnit.values()) {
            assertThat(unit.aggregate(new Predictions(List.of())).all()).isEmpty();
        }
    }
}
