package dev.fer4j.eval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompensatedSumTest {

    @Test
    void keepsWhatASumOfDoublesLoses() {
        CompensatedSum sum = new CompensatedSum();
        double naive = 0;
        for (double number : new double[] {1, 1e100, 1, -1e100}) {
            sum.add(number);
            naive += number;
        }

        assertThat(naive).isZero();
        assertThat(sum.value()).isEqualTo(2);
    }

    @Test
    void tenMillionTenthsAreAMillion() {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < 10_000_000; i++) {
            sum.add(0.1);
        }

        // A tenth in binary is 5.55e-18 above a tenth.
        assertThat(sum.value()).isEqualTo(1_000_000.0);
    }
}
