package dev.fer4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void papersConditionsDifferInTheirTrainingSourcesOnly() {
        assertThat(Condition.STANDARD.stream().map(Condition::evaluationSource))
                .containsOnly("baseline");
        assertThat(Condition.ALL_SOURCES.trainingSources())
                .containsExactly("baseline", "youtube", "stylegan2");
    }

    @Test
    void sourceNamedTwiceIsRefused() {
        assertThatThrownBy(() -> new Condition("x", "X", "baseline", List.of("baseline")))
                .hasMessageContaining("baseline");
        assertThatThrownBy(() -> new Condition("x", "X", "baseline", List.of("a", "a")))
                .hasMessageContaining("[a, a]");
    }

    @Test
    void idThatIsNoFileNameIsRefused() {
        assertThatThrownBy(() -> new Condition("a/b", "X", "baseline", List.of()))
                .hasMessageContaining("a/b");
    }
}
