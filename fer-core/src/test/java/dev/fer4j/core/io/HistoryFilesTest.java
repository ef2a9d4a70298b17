package dev.fer4j.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.design.TrainingMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFilesTest {

    private static final TrainingHistory HISTORY =
            new TrainingHistory(
                    List.of(
                            new TrainingHistory.Epoch(1, 0.01, 0.7, 0.5, 0.6, 0.75),
                            new TrainingHistory.Epoch(
                                    2,
                                    0.001,
                                    0.5,
                                    0.8,
                                    Optional.of(0.9),
                                    0.65,
                                    0.7,
                                    Optional.of(0.875))),
                    1);

    @TempDir private Path folder;

    @Test
    void csvLeavesUndefinedAreasBlankAndMarksTheBestEpoch() throws IOException {
        HistoryCsv.write(folder.resolve("history.csv"), HISTORY);
        assertThat(Files.readString(folder.resolve("history.csv")))
                .isEqualTo(
                        """
                        epoch,learning_rate,train_loss,train_accuracy,train_auc,\
                        validation_loss,validation_accuracy,validation_auc,best
                        1,0.01,0.7,0.5,,0.6,0.75,,1
                        2,0.001,0.5,0.8,0.9,0.65,0.7,0.875,0
                        """);
    }

    @Test
    void jsonLinesComeBackAsEpochs() throws IOException {
        HistoryJsonLines.write(folder.resolve("history.jsonl"), HISTORY);
        List<String> lines = Files.readAllLines(folder.resolve("history.jsonl"));
        assertThat(
                        lines.stream()
                                .map(line -> Json.parse(line, TrainingHistory.Epoch.class, "test")))
                .isEqualTo(HISTORY.epochs());
        assertThat(lines.get(0)).doesNotContain("Auc");
    }

    /** Markers of cells that were finished before areas were recorded are still read. */
    @Test
    void historyWithoutAreasIsRead() {
        String json =
                "{\"epochs\":[{\"epoch\":1,\"learningRate\":0.01,\"trainLoss\":0.7,"
                        + "\"trainAccuracy\":0.5,\"validationLoss\":0.6,"
                        + "\"validationAccuracy\":0.75}],\"bestEpoch\":1}";
        assertThat(Json.parse(json, TrainingHistory.class, "test").best())
                .isEqualTo(HISTORY.best());
    }

    @Test
    void metricsKnowTheirDirection() {
        assertThat(TrainingMetric.VALIDATION_LOSS.gain(0.5, 0.7)).isPositive();
        assertThat(TrainingMetric.VALIDATION_AUC.gain(0.5, 0.7)).isNegative();
        assertThat(TrainingMetric.VALIDATION_AUC.of(HISTORY.epochs().get(1))).contains(0.875);
        assertThat(TrainingMetric.TRAIN_AUC.of(HISTORY.epochs().get(0))).isEmpty();
    }
}
