package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes are asked to end by SIGTERM. */
class StopOnTerminationTest {

    /** Waits to be asked, as a training does that looks after every step, or never looks. */
    static final class Program {
        public static void main(String[] arguments) throws InterruptedException {
            try (StopOnTermination stop = new StopOnTermination(Duration.ofHours(1))) {
                boolean looks = arguments[0].equals("looks");
                if (looks) {
                    stop.getAsBoolean();
                }
                System.out.println("ready");
                while (!looks || !stop.getAsBoolean()) {
                    new CountDownLatch(1).await(10, TimeUnit.MILLISECONDS);
                }
                System.out.println("kept");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"looks", "never looks"})
    void processEndsWhenTheTrainingHasKeptItsStateOrAtOnceIfItHasNone(String how)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Program.class.getName(),
                                how)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("ready");
            // Not the process's own method, which closes the streams.
            process.toHandle().destroy();
            // The hour of the program would be too long to wait for.
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(lines.readLine()).isEqualTo(how.equals("looks") ? "kept" : null);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void nobodyHasAskedYet() {
        try (StopOnTermination stop = new StopOnTermination(Duration.ofSeconds(1))) {
            assertThat(stop.getAsBoolean()).isFalse();
        }
    }
}
