package dev.fer4j.core.design;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * Loss, accuracy and ROC AUC by epoch, each averaged over samples, not over batches. It contains no
 * times, so that training runs with the same seed, data and settings have equal histories.
 *
 * @param epochs in order, numbered from 1
 * @param bestEpoch the epoch whose weights were used for the predictions; 0 if there is no epoch
 */
public record TrainingHistory(List<Epoch> epochs, int bestEpoch) {

    /**
     * One epoch.
     *
     * @param epoch its number, from 1
     * @param learningRate the learning rate of its last update
     * @param trainLoss mean binary cross-entropy of the augmented training images during the epoch,
     *     with dropout
     * @param trainAccuracy their accuracy at a threshold of 0.5
     * @param trainAuc area under their ROC curve, ties counting half; empty if there is only one
     *     class or it was not recorded
     * @param validationLoss mean binary cross-entropy of the validation images after the epoch
     * @param validationAccuracy their accuracy at a threshold of 0.5
     * @param validationAuc area under their ROC curve, likewise
     */
    public record Epoch(
            int epoch,
            double learningRate,
            double trainLoss,
            double trainAccuracy,
            Optional<Double> trainAuc,
            double validationLoss,
            double validationAccuracy,
            Optional<Double> validationAuc) {

        @JsonCreator
        public Epoch {
            requireNonNull(trainAuc);
            requireNonNull(validationAuc);
        }

        /** Creates an epoch without areas under ROC curves. */
        public Epoch(
                int epoch,
                double learningRate,
                double trainLoss,
                double trainAccuracy,
                double validationLoss,
                double validationAccuracy) {
            this(
                    epoch,
                    learningRate,
                    trainLoss,
                    trainAccuracy,
                    Optional.empty(),
                    validationLoss,
                    validationAccuracy,
                    Optional.empty());
        }
    }

    public TrainingHistory {
        epochs = List.copyOf(epochs);
        for (int i = 0; i < epochs.size(); i++) {
            checkArgument(
                    epochs.get(i).epoch() == i + 1,
                    "epoch %s is at position %s",
                    epochs.get(i),
                    i + 1);
        }
        checkArgument(
                bestEpoch >= (epochs.isEmpty() ? 0 : 1) && bestEpoch <= epochs.size(),
                "best epoch %s is not one of %s",
                bestEpoch,
                epochs.size());
    }

    /** The epoch whose weights were used for the predictions. */
    @JsonIgnore
    public Epoch best() {
        return epochs.get(bestEpoch - 1);
    }
}
