package dev.fer4j.train;

import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.train.weights.WeightsReport;

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

    /** Before the first step, when the network has got initial weights from a file. */
    default void weightsLoaded(WeightsReport report) {}

    /**
     * Called before the first step when training resumes from a state.
     *
     * @param history of the epochs that are done
     * @param step batches of the next one that are done
     */
    default void resumed(TrainingHistory history, int step) {}

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
