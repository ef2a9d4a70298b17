package dev.fer4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import dev.fer4j.core.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProgressBarsTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private OptionalInt columns = OptionalInt.empty();
    private long now;

    private final ProgressBars bars =
            new ProgressBars(
                    new PrintStream(bytes, true, StandardCharsets.UTF_8),
                    () -> columns,
                    new Ticker() {
                        @Override
                        public long read() {
                            return now;
                        }
                    });

    private String printed() {
        String printed = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return printed;
    }

    /** Lets time pass, and the display do what it does four times a second. */
    private void wait(Duration time) {
        now += time.toNanos();
        bars.redraw();
    }

    private void update(String task, int done, int total) {
        bars.update(new Progress(task, done, total, ""));
    }

    @Test
    void pipeGetsALineAMinuteAndOneAtTheEnd() {
        for (int second = 0; second < 150; second++) {
            update("training", second, 150);
            wait(Duration.ofSeconds(1));
        }
        update("training", 150, 150);

        assertThat(printed().lines())
                .containsExactly(
                        "training: 59 of 150, 1:32 left",
                        "training: 119 of 150, 0:31 left",
                        "training: 150 of 150 in 2:30");
    }

    @Test
    void pipeHearsOfTasksThatSayNothing() {
        update("study", 0, 4);
        bars.update(new Progress("projecting", 0, 6, "step 1 of 100"));
        wait(Duration.ofSeconds(59));
        assertThat(printed()).isEmpty();
        wait(Duration.ofSeconds(1));
        wait(Duration.ofSeconds(1));

        assertThat(printed())
                .isEqualToNormalizingNewlines(
                        "study, 0 of 4: projecting: 0 of 6, 1:00 so far, step 1 of 100\n");
    }

    @Test
    void severalTasksTogetherGetALineAMinute() {
        for (int second = 0; second < 120; second++) {
            update("one", second, 500);
            update("two", second, 500);
            wait(Duration.ofSeconds(1));
        }

        assertThat(printed()).hasLineCount(2);
    }

    @Test
    void terminalHasOneLineThatIsDrawnOver() {
        columns = OptionalInt.of(60);
        update("frames", 1, 4);
        wait(Duration.ofSeconds(4));
        update("frames", 2, 4);
        wait(Duration.ofSeconds(4));
        assertThat(printed())
                .startsWith("\rframes  25% [")
                .contains("\rframes  50% [")
                .doesNotContain("\n");
        columns = OptionalInt.of(40);
        wait(Duration.ofSeconds(1));
        update("frames", 4, 4);

        assertThat(printed()).endsWith("\n").containsOnlyOnce("\n");
    }

    @Test
    void shorterLineErasesTheLongerOneButNotTheLastColumn() {
        columns = OptionalInt.of(40);
        bars.update(new Progress("frames", 0, 4, "a note as long as the terminal is wide"));
        wait(Duration.ofMillis(1));
        update("frames", 4, 4);

        String[] drawn = printed().split("\r|\n", -1);
        assertThat(drawn[1]).hasSize(39);
        assertThat(drawn[2]).startsWith("frames: 4 of 4 ").hasSize(39);
    }

    @Test
    void taskThatBeganLastIsShownAndThenTheOneAroundIt() {
        columns = OptionalInt.of(100);
        update("study", 0, 4);
        update("training", 0, 9);
        wait(Duration.ofMillis(1));
        assertThat(printed()).startsWith("\rstudy 0/4: training   0% [");
        update("training", 9, 9);
        wait(Duration.ofMillis(1));

        assertThat(printed()).contains("\rstudy   0% [");
    }

    @Test
    void taskWithoutNewsMakesRoomForOneWithNews() {
        columns = OptionalInt.of(100);
        update("quick", 0, 100);
        update("stuck", 0, 100);
        wait(Duration.ofSeconds(9));
        assertThat(printed()).contains("stuck ");
        update("quick", 50, 100);
        wait(Duration.ofSeconds(2));

        assertThat(printed()).startsWith("\rquick ");
    }

    @Test
    void lineForAnotherStreamEndsTheBarAndItIsDrawnAgain() {
        columns = OptionalInt.of(60);
        update("frames", 1, 4);
        wait(Duration.ofMillis(1));
        int length = printed().length() - 1;
        StringWriter out = new StringWriter();
        bars.say(new PrintWriter(out), "message");
        assertThat(printed()).isEqualTo("\r" + " ".repeat(length) + "\r");
        wait(Duration.ofMillis(1));

        assertThat(printed()).startsWith("\rframes  25% [");
        assertThat(out.toString()).isEqualToNormalizingNewlines("message\n");
    }

    @Test
    void namesFromDataDoNotAct() {
        columns = OptionalInt.of(60);
        bars.update(new Progress("a\u001b[2J", 0, 4, "b\nc"));
        wait(Duration.ofMillis(1));

        assertThat(printed()).contains("a\\u001b[2J").contains("b\\u000ac");
    }
}
