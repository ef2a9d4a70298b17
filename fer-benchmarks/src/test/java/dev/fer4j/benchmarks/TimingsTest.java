package dev.fer4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.Doubles;
import org.junit.jupiter.api.Test;

class TimingsTest {

    private static Timings of(String name, double... seconds) {
        return new Timings(name, Doubles.asList(seconds));
    }

    @Test
    void ratiosAreTakenRoundByRound() {
        Timings ratio = of("a", 1, 2, 9).over(of("b", 2, 2, 3));
        assertThat(ratio.name()).isEqualTo("a / b");
        assertThat(ratio.seconds()).containsExactly(0.5, 1.0, 3.0);
        assertThat(ratio.median()).isEqualTo(1);
        assertThat(ratio.min()).isEqualTo(0.5);
        assertThat(ratio.max()).isEqualTo(3);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(of("a", 4, 1, 2, 100).median()).isEqualTo(3);
    }

    @Test
    void unequalRoundsHaveNoRatio() {
        assertThatThrownBy(() -> of("a", 1, 2).over(of("b", 1)))
                .hasMessageContaining("a ran 2 times, b 1 times");
    }
}
