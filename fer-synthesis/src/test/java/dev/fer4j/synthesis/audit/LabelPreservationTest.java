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
}
