package dev.fer4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
        "--weights /nowhere/x.h5, 1, x.h5: is no file",
        "--freeze blok1, 1, the network has the stages [block1",
        "--device gpu:77, 1, gpu:77",
        "--checkpoint-every -1, 2, expected minutes",
        "--weights-sha256 aa, 2, for --weights FILE",
        "--manifest a.jsonl --baseline b, 2, --manifest takes the place",
        "--youtube y, 2, --baseline DIR",
        "--train-on Food, 2, lower-case letters",
        "--train-on car-technology, 2, in more than one split",
        "--plan nowhere.json, 2, is no file"
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
}
