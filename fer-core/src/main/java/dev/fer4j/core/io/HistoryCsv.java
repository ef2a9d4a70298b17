package dev.fer4j.core.io;

import dev.fer4j.core.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A training history as CSV for people and spreadsheets; the best epoch is marked. Areas that are
 * undefined are left blank.
 */
public final class HistoryCsv {

    private static final String HEADER =
            "epoch,learning_rate,train_loss,train_accuracy,train_auc,"
                    + "validation_loss,validation_accuracy,validation_auc,best\n";

    private HistoryCsv() {}

    /** Writes one line an epoch. */
    public static void write(Path file, TrainingHistory history) throws IOException {
        WholeFile.writeString(
                file,
                history.epochs().stream()
                        .map(epoch -> line(epoch, epoch.epoch() == history.bestEpoch()))
                        .collect(Collectors.joining("", HEADER, "")));
    }

    private static String line(TrainingHistory.Epoch epoch, boolean best) {
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
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String orBlank(Optional<Double> area) {
        return area.map(Object::toString).orElse("");
    }
}
