package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher, with a Java that prints its environment or its arguments. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {

    @TempDir private Path home;

    @ParameterizedTest
    @CsvSource({
        "'', '', '', C.UTF-8",
        "C, '', en_US.UTF-8, C.UTF-8",
        "POSIX, '', '', C.UTF-8",
        "'', C, de_DE.UTF-8, C.UTF-8",
        "'', '', C, C.UTF-8",
        "'', '', de_DE.UTF-8, ''",
        "'', de_DE.UTF-8, C, ''",
        "de_AT.UTF-8, C, C, de_AT.UTF-8"
    })
    void localeWithoutAnEncodingBecomesUtf8(String all, String type, String lang, String found)
            throws IOException, InterruptedException {
        assertThat(launch("${LC_ALL:-}", Map.of("LC_ALL", all, "LC_CTYPE", type, "LANG", lang)))
                .isEqualTo(found + "\n");
    }

    @Test
    void localeThatIsNotSetAtAllBecomesUtf8() throws IOException, InterruptedException {
        assertThat(launch("${LC_ALL:-}", Map.of())).isEqualTo("C.UTF-8\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--help, 1",
        "--version, 1",
        "'', 1",
        "score, 1",
        "compare, 1",
        "study --toy-scale smallest, 1",
        "study --toy-scale=smallest --seed 2, 1",
        "study, 0",
        "study --toy-scale default, 0",
        "scores, 0"
    })
    void onlyShortCommandsGoWithoutTheOptimizingCompiler(String argument, int times)
            throws IOException, InterruptedException {
        String command =
                launch("$*", Map.of(), Splitter.on(' ').omitEmptyStrings().splitToList(argument));

        assertThat(command).contains("dev.fer4j.cli.Fer").endsWith(argument + "\n");
        assertThat(command.split("TieredStopAtLevel", -1)).hasSize(times + 1);
    }

    private String launch(String shown, Map<String, String> environment)
            throws IOException, InterruptedException {
        return launch(shown, environment, List.of());
    }

    private String launch(String shown, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        Path java = Files.createDirectories(home.resolve("jdk").resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"" + shown + "\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(home.resolve("lib"));
        Path launcher =
                Files.copy(
                        Path.of("bin", "fer"),
                        Files.createDirectories(home.resolve("bin")).resolve("fer"));
        ProcessBuilder builder = new ProcessBuilder("sh", launcher.toString());
        builder.command().addAll(arguments);
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", path);
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        Process process = builder.redirectErrorStream(true).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
