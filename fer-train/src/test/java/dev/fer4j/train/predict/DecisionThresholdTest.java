package dev.fer4j.train.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionThresholdTest {

    /** {@code "+0.7 -0.2"}: a positive image of 0.7, a negative one of 0.2. */
    private static Predictions predictions(String text) {
        List<Prediction> all = new ArrayList<>();
        for (String one : text.split(" ")) {
            Label label = one.startsWith("+") ? Label.INTERESTED : Label.NOT_INTERESTED;
            all.add(
                    new Prediction(
                            "s" + all.size(),
                            label,
                            Double.parseDouble(one.substring(1)),
                            "r",
                            "p",
                            Map.of()));
        }
        return new Predictions(all);
    }

    @ParameterizedTest
    @CsvSource({
        // Between the classes.
        "-0.1 -0.2 +0.4 +0.9, 0.3",
        // 2 of 3 negatives and all positives right, or 3 of 3 and 1 of 2: the former is better.
        "-0.1 -0.2 -0.6 +0.5 +0.7, 0.35",
        // Two thresholds are as good: the one nearer to one half.
        "-0.1 +0.2 -0.5 +0.8, 0.65",
        // Equal probabilities cannot be parted.
        "-0.3 +0.3 -0.3 +0.5, 0.4",
        // No threshold is better than chance.
        "+0.1 +0.2 -0.4 -0.9, 0.5",
        "-0.4 +0.4, 0.5",
        "+0.3 +0.4, 0.5"
    })
    void largestYoudenIndexChooses(String images, double threshold) {
        DecisionThreshold chosen = DecisionThreshold.onValidation(predictions(images));
        assertThat(chosen.probability()).isCloseTo(threshold, within(1e-15));
    }

    @Test
    void ruleSaysTheIndexAndOverHowMuch() {
        assertThat(DecisionThreshold.onValidation(predictions("-0.1 +0.2 -0.5 +0.8")).rule())
                .isEqualTo("the largest Youden index, 0.500, over 4 validation images");
        assertThat(DecisionThreshold.onValidation(predictions("-0.4 +0.4")).rule())
                .contains("no threshold is better than chance");
    }

    @Test
    void noOtherThresholdHasALargerIndex() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            StringBuilder text = new StringBuilder("+0.55 -0.45");
            for (int i = 0; i < 30; i++) {
                boolean positive = random.nextBoolean();
                text.append(positive ? " +" : " -")
                        .append((positive ? 2 : 0) / 10.0 + random.nextInt(80) / 100.0);
            }
            Predictions all = predictions(text.toString());
            double chosen = index(all, DecisionThreshold.onValidation(all));
            for (int step = 0; step <= 200; step++) {
                assertThat(chosen)
                        .isGreaterThanOrEqualTo(
                                index(all, new DecisionThreshold(step / 200.0, "a grid")) - 1e-12);
            }
        }
    }

    private static double index(Predictions all, DecisionThreshold threshold) {
        double sensitivity = share(all, threshold, Label.POSITIVE);
        double specificity = share(all, threshold, Label.NOT_INTERESTED);
        return sensitivity + specificity - 1;
    }

    private static double share(Predictions all, DecisionThreshold threshold, Label label) {
        List<Prediction> some = all.all().stream().filter(p -> p.label() == label).toList();
        return (double) some.stream().filter(p -> threshold.label(p.probability()) == label).count()
                / some.size();
    }
}
