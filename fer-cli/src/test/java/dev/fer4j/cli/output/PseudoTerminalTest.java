package dev.fer4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Progress in a JVM of its own, on a terminal that {@code script} of util-linux makes. */
@EnabledOnOs(OS.LINUX)
class PseudoTerminalTest {

    /** Runs it on a terminal that has a width at first and another one later. */
    private static String onTerminal(int first, int later, String suffix)
            throws IOException, InterruptedException {
        String java =
                String.join(
                        " ",
                        List.of(
                                "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp \"$CHILD_CLASSPATH\"",
                                ScriptedProgress.class.getName(),
                                Integer.toString(later)));
        ProcessBuilder builder =
                new ProcessBuilder(
                                "script",
                                "--quiet",
                                "--return",
                                "--command",
                                "stty cols " + first + " && " + java + suffix,
                                "/dev/null")
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true);
        builder.environment().put("CHILD_CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("TERM", "xterm");
        builder.environment().put("SHELL", "/bin/sh");
        Process process = builder.start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static List<String> drawn(String printed) {
        return Arrays.stream(printed.split("[\r\n]+", -1)).filter(s -> !s.isBlank()).toList();
    }

    @ParameterizedTest
    @CsvSource({"60, 100", "80, 60", "100, 200", "200, 40"})
    void linesAreNarrowerThanTheTerminalIsAtThatTime(int first, int later)
            throws IOException, InterruptedException {
        String printed = onTerminal(first, later, "");
        String before = printed.substring(0, printed.indexOf("resized"));
        String after = printed.substring(printed.indexOf("resized"));

        assertThat(drawn(before)).hasSizeGreaterThan(2).allMatch(line -> line.length() < first);
        assertThat(drawn(after)).hasSizeGreaterThan(2).allMatch(line -> line.length() < later);
        assertThat(drawn(before)).anyMatch(line -> line.length() > Math.min(first, 130) * 3 / 4);
        assertThat(drawn(after)).anyMatch(line -> line.length() > Math.min(later, 130) * 3 / 4);
        // The message, and the tasks that ended.
        assertThat(printed.chars().filter(c -> c == '\n')).hasSize(3);
    }

    @Test
    void pipeGetsTheEndOnly() throws IOException, InterruptedException {
        assertThat(drawn(onTerminal(60, 100, " 2>&1 | cat")))
                .hasSize(3)
                .contains("resized")
                .anyMatch(line -> line.contains("StyleGAN2: 30 of 30"))
                .anyMatch(line -> line.contains("study: 4 of 4"));
    }
}
