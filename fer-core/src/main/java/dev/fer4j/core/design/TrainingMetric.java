package dev.fer4j.core.design;

import java.util.Optional;

/** What is recorded of every epoch, and can so be watched by early stopping and learning rates. */
public enum TrainingMetric {
    /** {@link TrainingHistory.Epoch#trainLoss}; the lower the better. */
    TRAIN_LOSS(false),
    /** {@link TrainingHistory.Epoch#trainAccuracy}; the higher the better. */
    TRAIN_ACCURACY(true),
    /** {@link TrainingHistory.Epoch#trainAuc}; the higher the better. */
    TRAIN_AUC(true),
    /** {@link TrainingHistory.Epoch#validationLoss}; the lower the better. */
    VALIDATION_LOSS(false),
    /** {@link TrainingHistory.Epoch#validationAccuracy}; the higher the better. */
    VALIDATION_ACCURACY(true),
    /** {@link TrainingHistory.Epoch#validationAuc}; the higher the better. */
    VALIDATION_AUC(true);

    private final boolean higherIsBetter;

    TrainingMetric(boolean higherIsBetter) {
        this.higherIsBetter = higherIsBetter;
    }

    /** Its value in an epoch; empty where it is undefined. */
    public Optional<Double> of(TrainingHistory.Epoch epoch) {
        return switch (this) {
            case TRAIN_LOSS -> Optional.of(epoch.trainLoss());
            case TRAIN_ACCURACY -> Optional.of(epoch.trainAccuracy());
            case TRAIN_AUC -> epoch.trainAuc();
            case VALIDATION_LOSS -> Optional.of(epoch.validationLoss());
            case VALIDATION_ACCURACY -> Optional.of(epoch.validationAccuracy());
            case VALIDATION_AUC -> epoch.validationAuc();
        };
    }

    /**
     * By how much a value is better than another, in the direction of this metric; negative if it
     * is worse.
     */
    public double gain(double value, double over) {
        return higherIsBetter ? value - over : over - value;
    }
}
