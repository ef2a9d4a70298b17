package dev.fer4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairedRunsTest {

    /** Ends with the status that it is given. */
    static final class Ends {
        public static void main(String[] arguments) {
            System.exit(Integer.parseInt(arguments[0]));
        }
    }

    private static Contestant ending(String name, int status) {
        return new Contestant(name, Benchmarks.jvm(Ends.class, Integer.toString(status)));
    }

    @Test
    void contestantsTakeTurnsToBegin() throws IOException, InterruptedException {
        List<String> messages = new ArrayList<>();
        Map<String, Timings> timings =
                PairedRuns.run(List.of(ending("a", 0), ending("b", 0)), 2, messages::add);

        assertThat(messages.stream().map(message -> message.replaceAll(":.*", "")))
                .containsExactly(
                        "warm-up, a",
                        "warm-up, b",
                        "round 1, a",
                        "round 1, b",
                        "round 2, b",
                        "round 2, a");
        assertThat(timings.keySet()).containsExactly("a", "b");
        assertThat(timings.get("b").seconds()).hasSize(2);
        assertThat(timings.get("b").min()).isPositive();
    }

    @Test
    void aFailureIsNoTime() {
        assertThatThrownBy(() -> PairedRuns.run(List.of(ending("a", 3)), 1, message -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status 3");
    }

    /** Prints what it is given. */
    static final class Prints {
        public static void main(String[] arguments) {
            System.out.println("a line before");
            System.out.println(arguments[0]);
        }
    }

    private static Contestant saying(String line) {
        return new Contestant("says " + line, Benchmarks.jvm(Prints.class, line)).withOwnClock();
    }

    @Test
    void aProgramMayTimeItself() throws IOException, InterruptedException {
        assertThat(
                        PairedRuns.run(List.of(saying("12.5")), 1, message -> {})
                                .get("says 12.5")
                                .median())
                .isEqualTo(12.5);
        for (String line : List.of("soon", "-1", "NaN")) {
            assertThatThrownBy(() -> PairedRuns.run(List.of(saying(line)), 1, message -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("should end with its seconds")
                    .hasMessageContaining("'" + line + "'");
        }
    }
}
