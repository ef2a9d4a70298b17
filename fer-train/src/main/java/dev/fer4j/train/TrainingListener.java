package dev.fer4j.train;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.train.weights.WeightsReport;

/**
 * Receives the events of a training, on its thread, between steps. Exceptions end the training.
 *
 * <p>Intended for records of a training; for progress bars see {@link
 * dev.fer4j.core.ProgressListener}.
 */
public interface TrainingListener {

    /**
     * A finished step, that is, one batch.
     *
     * @param epoch the epoch, from 1
     * @param step the step within the epoch, from 1
     * @param steps number of steps in the epoch
     * @param loss weighted mean loss of the batch, class weights included
     * @param learningRate learning rate of the batch's update, before factors of stages
     */
    record Step(int epoch, int step, int steps, double loss, double learningRate) {}

    /** Called before the first step if initial weights were loaded from a file. */
    default void weightsLoaded(WeightsReport report) {}

    /**
     * Called before the first step when training resumes from a state.
     *
     * @param history history of the finished epochs
     * @param step number of finished batches of the next epoch
     */
    default void resumed(TrainingHistory history, int step) {}

    /** Called after each batch. */
    default void stepEnded(Step step) {}

    /**
     * Called after each epoch.
     *
     * @param history history of all epochs so far, the new one last
     */
    default void epochEnded(TrainingHistory history) {}

    /**
     * Called when training rolls back to the end of the previous epoch because of a non-finite
     * value.
     */
    default void rolledBack(NotFiniteException cause) {}

    /** A listener that ignores all events. */
    static TrainingListener none() {
        return new TrainingListener() {};
    }
}
