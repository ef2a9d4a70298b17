package dev.fer4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.io.Json;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void formatsWithAPointWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Outcome.of(0.12345).format(3)).isEqualTo("0.123");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void saysUndefinedAndWhy() {
        Outcome outcome = Outcome.undefined("there are no samples");

        assertThat(outcome.format(3)).isEqualTo("undefined");
        assertThat(outcome.value()).isEmpty();
        assertThat(outcome.undefinedBecause()).contains("there are no samples");
    }

    @Test
    void isNeverNaN() {
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.of(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.of(Double.NEGATIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.undefined(" "));
    }

    @Test
    void isReadableAsJson() {
        assertThat(Json.line(Outcome.of(0.5))).isEqualTo("{\"value\":0.5}");
        assertThat(Json.line(Outcome.undefined("why"))).isEqualTo("{\"undefinedBecause\":\"why\"}");
    }

    @Test
    void aShareOfNothingIsUndefined() {
        assertThat(Outcome.ratio(3, 4, "none").value()).contains(0.75);
        assertThat(Outcome.ratio(0, 0, "none")).isEqualTo(Outcome.undefined("none"));
    }

    @Test
    void aFunctionOfSomethingUndefinedIsUndefinedForTheSameReason() {
        Outcome one = Outcome.of(1);
        Outcome none = Outcome.undefined("why");

        assertThat(one.with(Outcome.of(2), Double::sum)).isEqualTo(Outcome.of(3));
        assertThat(one.with(none, Double::sum)).isEqualTo(none);
        assertThat(none.with(Outcome.undefined("other"), Double::sum)).isEqualTo(none);
    }
}
