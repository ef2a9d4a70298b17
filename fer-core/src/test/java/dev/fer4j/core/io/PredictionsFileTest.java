package dev.fer4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.Prediction;
import dev.fer4j.core.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsFileTest {

    @TempDir private Path folder;

    private static final Predictions PREDICTIONS =
            new Predictions(
                    List.of(
                            new Prediction(
                                    "a", Label.INTERESTED, 0.1 + 0.2, "r", "p", Map.of("g", "1")),
                            new Prediction("b", Label.NOT_INTERESTED, 1e-17, "r", "p", Map.of())));

    @Test
    void everyBitIsReadBack() throws IOException {
        Path file = folder.resolve("p.jsonl");
        PredictionsFile.write(file, PREDICTIONS);
        assertThat(PredictionsFile.read(file)).isEqualTo(PREDICTIONS);
    }

    @Test
    void positiveClassIsWritten() throws IOException {
        Path file = folder.resolve("p.jsonl");
        PredictionsFile.write(file, PREDICTIONS);
        assertThat(Files.readAllLines(file).get(0)).contains("\"positive\":\"INTERESTED\"");
    }

    @Test
    void cutFileIsRefused() throws IOException {
        Path file = folder.resolve("p.jsonl");
        PredictionsFile.write(file, PREDICTIONS);
        Files.write(file, Files.readAllLines(file).subList(0, 2));
        assertThatThrownBy(() -> PredictionsFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("p.jsonl");
    }

    @Test
    void probabilityOutsideItsRangeIsRefused() {
        assertThatThrownBy(
                        () -> new Prediction("a", Label.INTERESTED, Double.NaN, "r", "p", Map.of()))
                .hasMessageContaining("NaN");
    }
}
