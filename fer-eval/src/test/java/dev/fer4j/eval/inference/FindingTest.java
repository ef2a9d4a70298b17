package dev.fer4j.eval.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fer4j.core.io.Json;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Finding<Integer> THREE = Finding.of(3);
    private static final Finding<Integer> NONE = Finding.undefined("there are no samples");

    @Test
    void hasAResultOrAReason() {
        assertThat(THREE.result()).contains(3);
        assertThat(THREE.undefinedBecause()).isEmpty();
        assertThat(NONE.result()).isEmpty();
        assertThat(NONE.undefinedBecause()).contains("there are no samples");
        assertThatIllegalArgumentException().isThrownBy(() -> Finding.undefined(" "));
    }

    @Test
    void theReasonGoesOn() {
        assertThat(THREE.map(i -> i + 1)).isEqualTo(Finding.of(4));
        assertThat(NONE.map(i -> i + 1)).isEqualTo(Finding.undefined("there are no samples"));
        assertThat(THREE.flatMap(i -> Finding.undefined("odd")))
                .isEqualTo(Finding.undefined("odd"));
        assertThat(THREE.toText(i -> "i = " + i)).isEqualTo("i = 3");
        assertThat(NONE.toText(i -> "i = " + i)).isEqualTo("undefined: there are no samples");
    }

    @Test
    void standsInJsonForItself() {
        assertThat(Json.line(Finding.of(new Interval(0.5, 0.75, 0.95))))
                .contains("\"lower\":0.5,\"upper\":0.75,\"level\":0.95");
        assertThat(Json.line(NONE)).isEqualTo("{\"undefinedBecause\":\"there are no samples\"}");
    }
}
