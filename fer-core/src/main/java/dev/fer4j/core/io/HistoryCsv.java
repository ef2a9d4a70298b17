package dev.fer4j.core.io;

import dev.fer4j.core.design.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A training history as CSV for spreadsheets, with the best epoch marked. Undefined areas are
 * blank.
 */
public final class HistoryCsv {

    private static final List<String> HEADER =
            List.of(
                    "epoch",
                    "learning_rate",
                    "train_loss",
                    "train_accuracy",
                    "train_auc",
                    "validation_loss",
                    "validation_accuracy",
                    "validation_auc",
                    "best");

    private HistoryCsv() {}

    /** Writes one line per epoch. */
    public static void write(Path file, TrainingHistory history) throws IOException {
        CsvRows.write(
                file,
                HEADER,
                history.epochs().stream()
                        .map(epoch -> cells(epoch, epoch.epoch() == history.bestEpoch())));
    }

    private static List<String> cells(TrainingHistory.Epoch epoch, boolean best) {
        return Stream.of(
                        epoch.epoch(),
                        epoch.learningRate(),
                        epoch.trainLoss(),
                        epoch.trainAccuracy(),
                        orBlank(epoch.trainAuc()),
                        epoch.validationLoss(),
                        epoch.validationAccuracy(),
                        orBlank(epoch.validationAuc()),
                        best ? 1 : 0)
                .map(Object::toString)
                .toList();
    }

    private static String orBlank(Optional<Double> area) {
        return area.map(Object::toString).orElse("");
    }
}
