package dev.fer4j.synthesis.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.optim.WeightDecay;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LazyRegularizationTest {

    @Test
    void settingsOfAdamAreCorrectedAsInThePaper() {
        AdamConfig adam =
                new AdamConfig(0, 0.99, 1e-8, AdamConfig.Form.TEXTBOOK, new WeightDecay.None());
        LazyRegularization lazy = LazyRegularization.DISCRIMINATOR;
        assertThat(lazy.corrected(0.002)).isCloseTo(0.002 * 16 / 17, within(1e-12));
        assertThat(lazy.corrected(adam).beta1()).isZero();
        // 17 updates forget as much as 16 did.
        assertThat(Math.pow(lazy.corrected(adam).beta2(), 17))
                .isCloseTo(Math.pow(0.99, 16), within(1e-12));
    }

    @Test
    void everyKthStepHasIt() {
        assertThat(LongStream.range(0, 10).filter(LazyRegularization.GENERATOR::isDue))
                .containsExactly(0L, 4L, 8L);
    }

    @Test
    void intervalsBelowOneAreRefused() {
        assertThatThrownBy(() -> new LazyRegularization(0)).hasMessage("interval 0 is below 1");
    }
}
