package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher, with a Java that prints its environment. */
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
        assertThat(launch(Map.of("LC_ALL", all, "LC_CTYPE", type, "LANG", lang)))
                .isEqualTo(found + "\n");
    }

    @Test
    void localeThatIsNotSetAtAllBecomesUtf8() throws IOException, InterruptedException {
        assertThat(launch(Map.of())).isEqualTo("C.UTF-8\n");
    }

    private String launch(Map<String, String> environment)
            throws IOException, InterruptedException {
        Path java = Files.createDirectories(home.resolve("jdk").resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"${LC_ALL:-}\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(home.resolve("lib"));
        Path launcher =
                Files.copy(
                        Path.of("bin", "fer"),
                        Files.createDirectories(home.resolve("bin")).resolve("fer"));
        ProcessBuilder builder = new ProcessBuilder("sh", launcher.toString());
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
