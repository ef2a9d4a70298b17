package dev.fer4j.core;

import static java.util.Objects.requireNonNull;

/**
 * What one training leaves for evaluation.
 *
 * @param cell the training
 * @param history loss and accuracy by epoch
 * @param validation predictions of the validation split
 * @param test predictions of the test split, made once, after training had ended
 */
public record CellResult(
        Cell cell, TrainingHistory history, Predictions validation, Predictions test) {

    /** Checks that nothing is missing. */
    public CellResult {
        requireNonNull(cell);
        requireNonNull(history);
        requireNonNull(validation);
        requireNonNull(test);
    }
}
