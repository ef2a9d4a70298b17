package dev.fer4j.train;

import dev.fer4j.core.TrainingHistory;

/**
 * Is told what training does, from its thread, between steps. What is thrown ends the training.
 *
 * <p>{@link dev.fer4j.core.ProgressListener} is for progress bars, this one for records.
 */
public interface TrainingListener {

    /**
     * One batch.
     *
     * @param epoch from 1
     * @param step of the epoch, from 1
     * @param steps of the epoch
     * @param loss weighted mean over the batch, class weights included
     * @param learningRate of the update that the batch belongs to, stages' factors apart
     */
    record Step(int epoch, int step, int steps, double loss, double learningRate) {}

    /** After a batch. */
    default void stepEnded(Step step) {}

    /**
     * After an epoch.
     *
     * @param history of all epochs so far; the last one is new
     */
    default void epochEnded(TrainingHistory history) {}

    /** When training goes back to the end of the epoch before, because of that. */
    default void rolledBack(NotFiniteException cause) {}

    /** Ignores all. */
    static TrainingListener none() {
        return new TrainingListener() {};
    }
}
