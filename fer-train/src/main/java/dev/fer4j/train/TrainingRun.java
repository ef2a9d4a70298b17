package dev.fer4j.train;

import dev.fer4j.core.TrainingHistory;

/**
 * What training leaves.
 *
 * @param model with the weights of the best epoch; to be closed by whoever asked for the training
 * @param history loss and accuracy by epoch
 */
public record TrainingRun(TrainedModel model, TrainingHistory history) implements AutoCloseable {

    @Override
    public void close() {
        model.close();
    }
}
