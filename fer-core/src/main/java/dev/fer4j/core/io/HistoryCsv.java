package dev.fer4j.core.io;

import dev.fer4j.core.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;

/** A training history as CSV for people and spreadsheets; the best epoch is marked. */
public final class HistoryCsv {

    private HistoryCsv() {}

    /** Writes one line an epoch. */
    public static void write(Path file, TrainingHistory history) throws IOException {
        StringBuilder csv =
                new StringBuilder(
                        "epoch,learning_rate,train_loss,train_accuracy,"
                                + "validation_loss,validation_accuracy,best\n");
        for (TrainingHistory.Epoch epoch : history.epochs()) {
            csv.append(epoch.epoch())
                    .append(',')
                    .append(epoch.learningRate())
                    .append(',')
                    .append(epoch.trainLoss())
                    .append(',')
                    .append(epoch.trainAccuracy())
                    .append(',')
                    .append(epoch.validationLoss())
                    .append(',')
                    .append(epoch.validationAccuracy())
                    .append(',')
                    .append(epoch.epoch() == history.bestEpoch() ? 1 : 0)
                    .append('\n');
        }
        WholeFile.writeString(file, csv.toString());
    }
}
