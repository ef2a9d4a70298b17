package dev.fer4j.eval.report.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Axis.Tick::label).toList();
    }

    @Test
    void ticksStandAtRoundNumbers() {
        assertThat(labels(Axis.over("", 0.21, 0.79)))
                .containsExactly("0.3", "0.4", "0.5", "0.6", "0.7");
        assertThat(labels(Axis.over("", -0.13, 0.12)))
                .containsExactly("−0.10", "−0.05", "0.00", "0.05", "0.10");
        assertThat(labels(Axis.over("", 0, 12_000)))
                .containsExactly("0", "2000", "4000", "6000", "8000", "10000", "12000");
        assertThat(labels(Axis.ofShare("")))
                .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "2, 2",
        "9, 9",
        "10, 10",
        "12, 6",
        "21, 10",
        "40, 8",
        "300, 6",
        "10000, 10"
    })
    void wholeNumbersHaveAFewTicks(int last, int ticks) {
        Axis axis = Axis.ofWhole("Epoch", 1, last);

        assertThat(axis.ticks()).hasSize(ticks);
        assertThat(axis.ticks()).allMatch(tick -> tick.at() == Math.rint(tick.at()));
        assertThat(labels(axis)).allMatch(label -> label.matches("\\d+"));
    }

    /** Ticks lie within, rise, are few but not too few, and their labels are their numbers. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void anyRangeHasRightTicks(long seed) {
        RandomGenerator random = new Seed(seed).generator();
        for (int i = 0; i < 500; i++) {
            double from = random.nextGaussian() * Math.pow(10, random.nextInt(7) - 4);
            double to = from + random.nextDouble() * Math.pow(10, random.nextInt(7) - 4) + 1e-6;
            Axis axis = Axis.over("", from, to);

            assertThat(axis.ticks()).as("%s to %s", from, to).hasSizeBetween(2, 7);
            double before = Double.NEGATIVE_INFINITY;
            for (Axis.Tick tick : axis.ticks()) {
                assertThat(tick.at()).isGreaterThan(before).isBetween(from, to);
                assertThat(Double.parseDouble(tick.label().replace('−', '-'))).isEqualTo(tick.at());
                before = tick.at();
            }
        }
    }

    @Test
    void endsMustBeApart() {
        assertThatIllegalArgumentException().isThrownBy(() -> Axis.over("AUC", 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Axis("AUC", 0, Double.NaN, List.of()))
                .withMessageContaining("'AUC'");
    }
}
