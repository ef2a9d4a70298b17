package dev.fer4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsCsvTest {

    @TempDir private Path folder;

    @Test
    void groupsThatCouldBeTakenForOtherColumnsHaveAPrefix() throws IOException {
        Path file = folder.resolve("predictions.csv");
        PredictionsCsv.write(
                file,
                new Predictions(
                        List.of(
                                new Prediction(
                                        "s",
                                        Label.INTERESTED,
                                        0.5,
                                        "r",
                                        " p\u00a0",
                                        Map.of("gender", "F", "subject", "cars")))));

        assertThat(CsvRows.read(file))
                .containsExactly(
                        List.of(
                                "label",
                                "score",
                                "recording",
                                "participant",
                                "gender",
                                "group.subject"),
                        List.of("1", "0.5", "r", "p", "F", "cars"));
    }
}
