package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HolmTest {

    static List<Reference> cases() throws IOException {
        return Reference.of("holm");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithStatsmodels(Reference reference) {
        double[] adjusted = Holm.adjust(reference.numbers(0));

        double[] expected = reference.numbers(1);
        assertThat(adjusted).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            reference.assertClose(adjusted[i], expected[i], 1e-14);
        }
    }

    @Test
    void theSmallestIsMultipliedByAllTheNextByOneLess() {
        assertThat(Holm.adjust(0.03, 0.01, 0.9)).containsExactly(0.06, 0.03, 0.9);
        assertThat(Holm.adjust(0.01, 0.006)).containsExactly(0.012, 0.012);
        assertThat(Holm.adjust()).isEmpty();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjust(0.5, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjust(1.5));
    }
}
