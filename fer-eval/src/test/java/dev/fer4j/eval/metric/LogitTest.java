package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogitTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-15, 1e-8, 0.1, 0.5, 0.9, 0.99999999})
    void andBackIsTheSameProbability(double probability) {
        assertThat(Logit.toProbability(Logit.of(probability)))
                .isCloseTo(probability, within(1e-14 * probability));
    }

    @Test
    void zeroAndOneAreClipped() {
        assertThat(Logit.of(0)).isCloseTo(-36.0437, within(1e-4));
        assertThat(Logit.of(1)).isCloseTo(36.0437, within(1e-4));
        assertThat(Logit.of(0.5)).isZero();
    }

    @Test
    void largeLogitsDoNotOverflow() {
        assertThat(Logit.toProbability(1e4)).isEqualTo(1);
        assertThat(Logit.toProbability(-1e4)).isZero();
        assertThat(Logit.toProbability(-700)).isPositive();
    }
}
