package dev.fer4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainUsageTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "--weights /nowhere/x.h5, 1, x.h5: is not a regular file",
        "--freeze blok1, 1, the network has the stages [block1",
        "--device gpu:77, 1, gpu:77",
        "--checkpoint-every -1, 2, expected minutes",
        "--weights-sha256 aa, 2, require --weights FILE",
        "--manifest a.jsonl --baseline b, 2, --manifest replaces",
        "--youtube y, 2, --baseline DIR",
        "--train-on Food, 2, lower-case letters",
        "--train-on car-technology, 2, in more than one split",
        "--plan nowhere.json, 2, is not a regular file",
        "--seen 51, 2, --seen 51: 51 percent of the people cannot be held out of training",
        "--seen -1, 2, expected 1 to 50",
        "--label-names smiling, 2, 'smiling': expected two names",
        "'--label-names a,a', 2, are not names of two classes"
    })
    void mistakesAreNamedBeforeAnythingIsWritten(String options, int status, String message) {
        Path out = folder.resolve("mistake");
        FerRun wrong =
                FerRun.of(
                        Stream.concat(
                                        Stream.of("train", "--out", out),
                                        Stream.of(options.split(" ")))
                                .toArray());
        assertThat(wrong.status()).as(wrong.err()).isEqualTo(status);
        assertThat(wrong.err()).contains(message).doesNotContain("\tat ");
        assertThat(out).doesNotExist();
    }

    @Test
    void helpFitsTheTerminalAndHasHeadings() {
        for (String command : List.of("train", "study")) {
            FerRun help = FerRun.of(command, "--help");
            assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
            assertThat(help.out())
                    .contains("\nSources\n", "\nNetwork\n", "\nCourse\n", "\nLearning rate\n")
                    .containsOnlyOnce("--head-epochs=N");
        }
    }

    /** What docs/training.md shows can be given, as far as options go. */
    @Test
    void recipesOfTheDocumentationAreValid() throws IOException {
        String page = Files.readString(Path.of("../docs/training.md"));
        List<String> recipes =
                page.substring(page.indexOf("## Recipes"))
                        .replaceAll("\\\\\n +", "")
                        .lines()
                        .filter(line -> line.startsWith("    fer train "))
                        .toList();
        assertThat(recipes).hasSizeGreaterThan(4);
        for (String recipe : recipes) {
            Object[] arguments = (recipe.strip().substring(4) + " --print-plan").split(" ");
            FerRun run = FerRun.of(arguments);
            assertThat(run.status()).as(recipe + run.err()).isZero();
            assertThat(run.json().path("epochs").asInt()).isPositive();
        }
    }

    @Test
    void aManifestWithARecordingOfTwoLabelsIsRefused() throws IOException {
        Path manifest = folder.resolve("manifest.csv");
        Files.writeString(
                manifest,
                """
                id,file,label,participant,recording,source,origin,location,sha256
                a,a.png,yes,p1,r1,baseline,still-image,a.png,%1$s
                b,b.png,no,p1,r1,baseline,still-image,b.png,%1$s
                """
                        .formatted("0".repeat(64)));
        FerRun run = FerRun.of("train", "--manifest", manifest, "--out", folder.resolve("out"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains(manifest + ": recording r1 has samples of two labels or participants")
                .contains("a (INTERESTED, p1) and b (NOT_INTERESTED, p1)");
        assertThat(folder.resolve("out/model.safetensors")).doesNotExist();
    }
}
