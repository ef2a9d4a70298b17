package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.cli.command.ScoreCommand;
import dev.fer4j.cli.option.PlanOptions;
import dev.fer4j.cli.option.ScoreColumnOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What short commands load. Classes are most of their time. */
class StartupTest {

    private static final Pattern LOADED = Pattern.compile("\\[class,load *\\] (\\S+) source:");

    @TempDir private Path folder;

    @Test
    void helpReadsNoOptionsOfSubcommandsAndNoLibraryOfTheirs()
            throws IOException, InterruptedException {
        List<String> loaded = loaded("--help");

        assertThat(loaded)
                .contains(Fer.class.getName())
                .doesNotContain(ScoreColumnOptions.class.getName(), PlanOptions.class.getName())
                .noneMatch(name -> name.startsWith("com.fasterxml.jackson."));
        assertThat(loaded.stream().filter(StartupTest::isHeavy)).isEmpty();
    }

    @Test
    void scoresAreEvaluatedWithoutEngineImagesAndDataBinding()
            throws IOException, InterruptedException {
        Path file =
                Files.writeString(
                        folder.resolve("a.csv"), "label,score\n1,0.9\n0,0.2\n1,0.6\n0,0.7\n");

        List<String> loaded = loaded("score", file);

        assertThat(loaded)
                .contains(ScoreCommand.class.getName(), ScoreColumnOptions.class.getName())
                .doesNotContain(
                        PlanOptions.class.getName(), "com.fasterxml.jackson.databind.ObjectMapper");
        assertThat(loaded.stream().filter(StartupTest::isHeavy)).isEmpty();
    }

    @Test
    void fileOfArgumentsMayNameASubcommand() throws IOException {
        Path help = Files.writeString(folder.resolve("help"), "--help");
        Path score = Files.writeString(folder.resolve("score"), "score --help");

        assertThat(FerRun.of("@" + help)).isEqualTo(FerRun.of("--help"));
        assertThat(FerRun.of("@" + score)).isEqualTo(FerRun.of("score", "--help"));
    }

    private static boolean isHeavy(String name) {
        return Stream.of("ai.djl.", "org.opencv.", "org.bytedeco.", "nu.pattern.", "io.jhdf.")
                .anyMatch(name::startsWith);
    }

    private static List<String> loaded(Object... arguments)
            throws IOException, InterruptedException {
        try (ChildFer fer =
                new ChildFer(Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load"), arguments)) {
            assertThat(fer.status()).as(fer.printed()).isZero();
            return LOADED.matcher(fer.printed())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }
    }
}
