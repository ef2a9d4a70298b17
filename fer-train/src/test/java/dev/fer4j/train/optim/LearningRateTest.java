package dev.fer4j.train.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {

    @Test
    void exponentialRateFallsByItsFactorFromEpochToEpoch() {
        LearningRate rate = new LearningRate.Exponential(1e-4, 0.9);
        assertThat(rate.at(1, 0)).isEqualTo(1e-4);
        assertThat(rate.at(1, 0.9)).isEqualTo(1e-4);
        assertThat(rate.at(3, 0)).isCloseTo(8.1e-5, within(1e-12));
    }

    @Test
    void badRatesAreRefused() {
        assertThatThrownBy(() -> new LearningRate.Exponential(0, 0.9))
                .hasMessageContaining("learning rate");
        assertThatThrownBy(() -> new LearningRate.Exponential(1, 1.1))
                .hasMessageContaining("decay");
    }
}
