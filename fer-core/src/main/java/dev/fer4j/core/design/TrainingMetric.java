package dev.fer4j.core.design;

import java.util.Optional;

/** The metrics of an epoch, which early stopping and learning-rate schedules can monitor. */
public enum TrainingMetric {
    /** {@link TrainingHistory.Epoch#trainLoss}; lower is better. */
    TRAIN_LOSS(false),
    /** {@link TrainingHistory.Epoch#trainAccuracy}; higher is better. */
    TRAIN_ACCURACY(true),
    /** {@link TrainingHistory.Epoch#trainAuc}; higher is better. */
    TRAIN_AUC(true),
    /** {@link TrainingHistory.Epoch#validationLoss}; lower is better. */
    VALIDATION_LOSS(false),
    /** {@link TrainingHistory.Epoch#validationAccuracy}; higher is better. */
    VALIDATION_ACCURACY(true),
    /** {@link TrainingHistory.Epoch#validationAuc}; higher is better. */
    VALIDATION_AUC(true),
    /**
     * The epoch's number: the last epoch is the best, and early stopping never stops. For trainings
     * whose length is given, and whose validation scores are too noisy to choose by.
     */
    EPOCH(true);

    private final boolean higherIsBetter;

    TrainingMetric(boolean higherIsBetter) {
        this.higherIsBetter = higherIsBetter;
    }

    /** The value in an epoch; empty if undefined. */
    public Optional<Double> of(TrainingHistory.Epoch epoch) {
        return switch (this) {
            case TRAIN_LOSS -> Optional.of(epoch.trainLoss());
            case TRAIN_ACCURACY -> Optional.of(epoch.trainAccuracy());
            case TRAIN_AUC -> epoch.trainAuc();
            case VALIDATION_LOSS -> Optional.of(epoch.validationLoss());
            case VALIDATION_ACCURACY -> Optional.of(epoch.validationAccuracy());
            case VALIDATION_AUC -> epoch.validationAuc();
            case EPOCH -> Optional.of((double) epoch.epoch());
        };
    }

    /**
     * The improvement of a value over another, in the direction of this metric; negative if it is
     * worse.
     */
    public double gain(double value, double over) {
        return higherIsBetter ? value - over : over - value;
    }
}
