package dev.fer4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlternatingRunsTest {

    @Test
    void roundsBeginWithEachPieceInTurnAndWarmUpsAreNotCounted() {
        List<String> runs = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        Map<String, Timings> timings =
                AlternatingRuns.run(
                        ImmutableMap.of("a", () -> runs.add("a"), "b", () -> runs.add("b")),
                        1,
                        2,
                        messages::add);
        assertThat(runs).containsExactly("b", "a", "a", "b", "b", "a");
        assertThat(timings.keySet()).containsExactly("a", "b");
        assertThat(timings.get("a").seconds()).hasSize(2);
        assertThat(messages).hasSize(6);
        assertThat(messages.get(0)).startsWith("warm-up, b");
    }
}
