package dev.fer4j.synthesis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelPreservationTest {

    private static Prediction of(String image, Label label, double probability) {
        return new Prediction(image, label, probability, "r", "p", Map.of());
    }

    @Test
    void imagesAreKeptWhereTheClassifierSaysTheLabelThatTheyInherited() {
        LabelPreservation judged =
                LabelPreservation.of(
                        new Predictions(
                                List.of(
                                        of("a", Label.INTERESTED, 0.7),
                                        of("b", Label.INTERESTED, 0.69),
                                        of("c", Label.NOT_INTERESTED, 0.69),
                                        of("d", Label.NOT_INTERESTED, 0.7),
                                        of("e", Label.NOT_INTERESTED, 0.1))),
                        0.7);
        assertThat(judged.kept()).extracting(Prediction::sample).containsExactly("a", "c", "e");
        assertThat(judged.dropped()).extracting(Prediction::sample).containsExactly("b", "d");
        assertThat(judged.agreement()).isEqualTo(0.6);
        assertThat(judged.agreement(Label.INTERESTED)).isEqualTo(0.5);
        assertThat(judged.agreement(Label.NOT_INTERESTED)).isEqualTo(2 / 3.0);
    }

    @Test
    void labelThatTheFrameDidNotShowIsNotCountedAsLost() {
        Predictions images =
                new Predictions(
                        List.of(
                                of("a/0", Label.INTERESTED, 0.9),
                                of("a/1", Label.INTERESTED, 0.2),
                                of("b/0", Label.NOT_INTERESTED, 0.9),
                                of("b/1", Label.NOT_INTERESTED, 0.1),
                                of("c/0", Label.INTERESTED, 0.9)));
        Predictions frames =
                new Predictions(
                        List.of(
                                of("a", Label.INTERESTED, 0.8),
                                of("b", Label.NOT_INTERESTED, 0.8)));
        LabelPreservation judged =
                LabelPreservation.of(images, 0.5)
                        .withParents(
                                frames, Map.of("a/0", "a", "a/1", "a", "b/0", "b", "b/1", "b"));
        // b's frame does not show its label, and nobody knows c's.
        assertThat(judged.parents()).contains(new LabelPreservation.Parents(2, 1, 2, 1));
        assertThat(judged.parents().orElseThrow().agreement()).isEqualTo(0.5);
        assertThat(judged.parents().orElseThrow().preservation()).isEqualTo(0.5);
        assertThat(judged.agreement()).isEqualTo(0.6);
        assertThat(LabelPreservation.of(images, 0.5).parents()).isEmpty();
    }
}
