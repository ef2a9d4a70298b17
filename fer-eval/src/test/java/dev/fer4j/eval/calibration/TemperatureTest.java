package dev.fer4j.eval.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.eval.metric.RocCurve;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {

    /** Classes drawn from probabilities, which are then made too sure by a factor. */
    private static final class Drawn {

        private final boolean[] positives = new boolean[5000];
        private final double[] probabilities = new double[5000];

        static Drawn of(long seed, double factor) {
            RandomGenerator random = new Seed(seed).generator();
            Drawn drawn = new Drawn();
            for (int i = 0; i < drawn.positives.length; i++) {
                double logit = 1.5 * random.nextGaussian();
                drawn.positives[i] = random.nextDouble() < 1 / (1 + Math.exp(-logit));
                drawn.probabilities[i] = 1 / (1 + Math.exp(-factor * logit));
            }
            return drawn;
        }

        double loss(Temperature temperature) {
            double[] scaled = Arrays.stream(probabilities).map(temperature::apply).toArray();
            return LogLoss.of(positives, scaled).loss().value().orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 4})
    void findsByHowMuchProbabilitiesAreTooSure(double factor) {
        Drawn drawn = Drawn.of(1, factor);
        Temperature fitted =
                TemperatureFit.of(drawn.positives, drawn.probabilities).temperature().orElseThrow();

        assertThat(fitted.value()).isCloseTo(factor, within(0.1 * factor));
        assertThat(fitted.fittedOn()).isEqualTo(5000);
        for (double other : new double[] {0.99, 1.01}) {
            assertThat(drawn.loss(fitted))
                    .isLessThan(drawn.loss(new Temperature(other * fitted.value(), 0)));
        }
    }

    @Test
    void calibrationChangesAndRankingDoesNot() {
        Drawn drawn = Drawn.of(2, 3);
        Temperature fitted =
                TemperatureFit.of(drawn.positives, drawn.probabilities).temperature().orElseThrow();
        double[] scaled = Arrays.stream(drawn.probabilities).map(fitted::apply).toArray();

        assertThat(RocCurve.of(drawn.positives, scaled).auc())
                .isEqualTo(RocCurve.of(drawn.positives, drawn.probabilities).auc());
        assertThat(error(drawn.positives, scaled))
                .isLessThan(0.2 * error(drawn.positives, drawn.probabilities));
    }

    private static double error(boolean[] positives, double[] probabilities) {
        return ReliabilityCurve.of(positives, probabilities, Binning.defaults())
                .expectedCalibrationError()
                .value()
                .orElseThrow();
    }

    @Test
    void oneClassOrNothingHasNoTemperature() {
        assertThat(TemperatureFit.of(new boolean[] {true}, new double[] {0.5}).undefinedBecause())
                .contains("both classes are needed, and 1 of 1 samples are of the positive class");
        assertThat(TemperatureFit.of(new boolean[] {}, new double[] {}).temperature()).isEmpty();
    }

    @Test
    void probabilitiesOfTheRightSideOnlyHaveNoTemperature() {
        assertThat(
                        TemperatureFit.of(
                                        new boolean[] {true, false, true},
                                        new double[] {0.9, 0.2, 0.5})
                                .undefinedBecause())
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("right side of one half"));
    }

    @Test
    void probabilitiesOfTheWrongSideHaveNoTemperature() {
        for (double[] probabilities : new double[][] {{0.1, 0.8}, {0.5, 0.5}, {0.4, 0.4}}) {
            assertThat(
                            TemperatureFit.of(new boolean[] {true, false}, probabilities)
                                    .undefinedBecause())
                    .hasValueSatisfying(
                            reason -> assertThat(reason).contains("wrong side of one half"));
        }
    }

    @Test
    void certainProbabilitiesCanBeScaled() {
        Temperature two = new Temperature(2, 0);

        assertThat(two.apply(0.5)).isEqualTo(0.5);
        assertThat(two.apply(0.9)).isCloseTo(0.75, within(1e-15));
        assertThat(two.apply(1)).isCloseTo(1 - Math.pow(2, -26), within(1e-12));
        assertThat(two.apply(0)).isCloseTo(Math.pow(2, -26), within(1e-12));
    }

    @Test
    void predictionsKeepAllElse() {
        Predictions predictions =
                new Predictions(
                        List.of(
                                new Prediction(
                                        "s", Label.INTERESTED, 0.9, "r", "p", Map.of("a", "b"))));

        Prediction scaled = new Temperature(2, 0).apply(predictions).all().get(0);

        assertThat(scaled.probability()).isCloseTo(0.75, within(1e-15));
        assertThat(scaled.groups()).isEqualTo(Map.of("a", "b"));
        assertThat(scaled.sample()).isEqualTo("s");
    }

    @Test
    void temperaturesAndProbabilitiesHaveTheirRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Temperature(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Temperature(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Temperature(1, 1).apply(1.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemperatureFit.of(new boolean[] {true}, new double[] {-1}));
    }

    @Test
    void isReadableAsJson() {
        assertThat(Json.line(new Temperature(2, 7)))
                .isEqualTo("{\"temperature\":2.0,\"fittedOn\":7}");
        assertThat(Json.line(new TemperatureFit.Undefined("why")))
                .isEqualTo("{\"undefinedBecause\":\"why\"}");
    }
}
