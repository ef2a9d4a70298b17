package dev.fer4j.train.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.core.design.TrainingMetric;
import dev.fer4j.core.io.Json;
import org.junit.jupiter.api.Test;

class LearningRateTest {

    private static final LearningRate.Plateau PLATEAU =
            new LearningRate.Plateau(1e-2, TrainingMetric.VALIDATION_AUC, 0.1, 3, 0.01, 5e-4);

    @Test
    void exponentialRateFallsByItsFactorFromEpochToEpoch() {
        LearningRate rate = new LearningRate.Exponential(1e-4, 0.9);
        assertThat(rate.at(1, 0, 10)).isEqualTo(1e-4);
        assertThat(rate.at(1, 9, 10)).isEqualTo(1e-4);
        assertThat(rate.at(3, 0, 10)).isCloseTo(8.1e-5, within(1e-12));
    }

    @Test
    void exponentialRateByStepsFallsFromUpdateToUpdate() {
        LearningRate rate = new LearningRate.ExponentialBySteps(1, 0.5, 20);
        assertThat(rate.at(1, 0, 10)).isEqualTo(1);
        assertThat(rate.at(2, 0, 10)).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(rate.at(3, 0, 10)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void plateauOfTheEpochsNumberIsRefused() {
        assertThatThrownBy(() -> new LearningRate.Plateau(1, TrainingMetric.EPOCH, 0.1, 3, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never be lowered");
    }

    @Test
    void stepRateFallsEveryFewEpochs() {
        LearningRate rate = new LearningRate.Step(1, 0.1, 2);
        assertThat(rate.at(2, 9, 10)).isEqualTo(1);
        assertThat(rate.at(3, 0, 10)).isCloseTo(0.1, within(1e-12));
        assertThat(rate.at(6, 0, 10)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void cosineRateFallsFromTheFirstUpdateToTheEndAndStays() {
        LearningRate rate = new LearningRate.Cosine(1, 0.2, 4);
        assertThat(rate.at(1, 0, 10)).isEqualTo(1);
        assertThat(rate.at(3, 0, 10)).isCloseTo(0.6, within(1e-12));
        assertThat(rate.at(5, 0, 10)).isCloseTo(0.2, within(1e-12));
        assertThat(rate.at(9, 0, 10)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void warmUpGrowsToTheOtherRate() {
        LearningRate rate = new LearningRate.WarmUp(20, new LearningRate.Constant(2));
        assertThat(rate.at(1, 0, 10)).isCloseTo(0.1, within(1e-12));
        assertThat(rate.at(2, 0, 10)).isCloseTo(1.1, within(1e-12));
        assertThat(rate.at(2, 9, 10)).isEqualTo(2);
        assertThat(rate.at(3, 0, 10)).isEqualTo(2);
    }

    @Test
    void plateauIsLoweredToItsLowestRateAndFoundUnderAWarmUp() {
        assertThat(PLATEAU.lowered(1)).isCloseTo(0.1, within(1e-12));
        assertThat(PLATEAU.lowered(0.1)).isCloseTo(0.05, within(1e-12));
        assertThat(new LearningRate.WarmUp(3, PLATEAU).plateau()).contains(PLATEAU);
    }

    @Test
    void everyRateComesBackFromJson() {
        for (LearningRate rate :
                new LearningRate[] {
                    new LearningRate.Constant(1),
                    new LearningRate.Exponential(1e-4, 0.9),
                    new LearningRate.ExponentialBySteps(1e-4, 0.9, 100),
                    new LearningRate.Step(1, 0.1, 30),
                    new LearningRate.Cosine(1, 0, 30),
                    new LearningRate.WarmUp(10, PLATEAU)
                }) {
            assertThat(Json.parse(Json.line(rate), LearningRate.class, "test")).isEqualTo(rate);
        }
    }

    @Test
    void badRatesAreRefused() {
        assertThatThrownBy(() -> new LearningRate.Exponential(0, 0.9))
                .hasMessageContaining("learning rate");
        assertThatThrownBy(() -> new LearningRate.Exponential(1, 1.1))
                .hasMessageContaining("decay");
        assertThatThrownBy(() -> new LearningRate.Cosine(1, 2, 3)).hasMessageContaining("last");
        assertThatThrownBy(() -> new LearningRate.Step(1, 0.1, 0)).hasMessageContaining("epochs");
        assertThatThrownBy(() -> new LearningRate.WarmUp(0, PLATEAU))
                .hasMessageContaining("updates");
    }
}
