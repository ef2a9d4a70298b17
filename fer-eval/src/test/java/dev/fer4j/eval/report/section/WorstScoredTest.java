package dev.fer4j.eval.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorstScoredTest {

    private static Prediction prediction(String sample, Label label, double p, String recording) {
        return new Prediction(sample, label, p, recording, "person", Map.of());
    }

    private static final Predictions ALL =
            new Predictions(
                    List.of(
                            prediction("a", Label.INTERESTED, 0.1, "r1"),
                            prediction("b", Label.INTERESTED, 0.05, "r1"),
                            prediction("c", Label.INTERESTED, 0.2, "r2"),
                            prediction("d", Label.INTERESTED, 0.9, "r3"),
                            prediction("e", Label.NOT_INTERESTED, 0.8, "r4"),
                            prediction("f", Label.NOT_INTERESTED, 0.8, "r5"),
                            prediction("g", Label.NOT_INTERESTED, 0.5, "r6")));

    private static List<String> worst(Label label, int most) {
        return WorstScored.of(ALL, label, most).stream().map(Prediction::sample).toList();
    }

    @Test
    void theWorstOfEachRecordingComesFirst() {
        assertThat(worst(Label.INTERESTED, 5)).containsExactly("b", "c");
        assertThat(worst(Label.INTERESTED, 1)).containsExactly("b");
    }

    @Test
    void whereEquallyWrongTheOrderStays() {
        assertThat(worst(Label.NOT_INTERESTED, 5)).containsExactly("e", "f");
        assertThat(worst(Label.NOT_INTERESTED, 0)).isEmpty();
    }
}
