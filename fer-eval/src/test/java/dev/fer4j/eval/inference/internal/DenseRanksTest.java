package dev.fer4j.eval.inference.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DenseRanksTest {

    @Test
    void equalValuesShareARankAndTheMeanOfTheirPlaces() {
        DenseRanks ranks = new DenseRanks(0.5, 0.1, 0.5, Double.POSITIVE_INFINITY);

        assertThat(ranks.of(0)).isEqualTo(1);
        assertThat(ranks.of(1)).isZero();
        assertThat(ranks.of(2)).isEqualTo(1);
        assertThat(ranks.distinct()).isEqualTo(3);
        assertThat(ranks.count(1)).isEqualTo(2);
        assertThat(ranks.midranks()).containsExactly(2.5, 1, 2.5, 4);
    }

    @Test
    void zeroHasNoSign() {
        assertThat(new DenseRanks(-0.0, 0.0, 1).midranks()).containsExactly(1.5, 1.5, 3);
    }

    @Test
    void nothingHasNoRanks() {
        assertThat(new DenseRanks().midranks()).isEmpty();
        assertThat(new DenseRanks().distinct()).isZero();
    }

    @Test
    void refusesNaN() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenseRanks(1, Double.NaN))
                .withMessage("value 1 is NaN");
    }
}
