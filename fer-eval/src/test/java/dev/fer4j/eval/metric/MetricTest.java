package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricTest {

    private static final Predictions CASES =
            new Predictions(
                    List.of(
                            prediction(Label.INTERESTED, 0.9),
                            prediction(Label.NOT_INTERESTED, 0.6),
                            prediction(Label.INTERESTED, 0.3)));

    private static Prediction prediction(Label label, double probability) {
        return new Prediction("s" + probability, label, probability, "r", "p", Map.of());
    }

    @Test
    void metricsAreFunctionsOfPredictions() {
        assertThat(Metric.rocAuc().of(CASES).value()).contains(0.5);
        assertThat(Metric.at(0.5, ConfusionMatrix::recall).of(CASES).value()).contains(0.5);
        assertThat(Metric.prAuc(PrArea.AVERAGE_PRECISION).of(CASES))
                .isEqualTo(
                        PrecisionRecallCurve.of(CASES.positives(), CASES.probabilities())
                                .averagePrecision());
    }

    @Test
    void everyRepetitionCounts() {
        Predictions repeated =
                new Predictions(
                        List.of(CASES.all().get(0), CASES.all().get(0), CASES.all().get(2)));

        assertThat(Metric.at(0.5, ConfusionMatrix::recall).of(repeated).value()).contains(2 / 3.0);
        assertThat(Metric.rocAuc().of(repeated).undefinedBecause()).isPresent();
    }
}
