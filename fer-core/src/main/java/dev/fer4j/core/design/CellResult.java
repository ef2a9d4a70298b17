package dev.fer4j.core.design;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Predictions;
import java.util.Optional;

/**
 * The output of one training run, for evaluation.
 *
 * @param cell the training run
 * @param history loss and accuracy by epoch
 * @param validation predictions of the validation split
 * @param test predictions of the test split, made once, after training
 * @param seen predictions for held-out people of the training categories ({@link HeldOutPeople}),
 *     made once, after training; empty if no one was held out, as in the paper
 */
public record CellResult(
        Cell cell,
        TrainingHistory history,
        Predictions validation,
        Predictions test,
        Optional<Predictions> seen) {

    public CellResult {
        requireNonNull(cell);
        requireNonNull(history);
        requireNonNull(validation);
        requireNonNull(test);
        requireNonNull(seen);
    }

    /** Creates a result without held-out people, as in the paper. */
    public CellResult(
            Cell cell, TrainingHistory history, Predictions validation, Predictions test) {
        this(cell, history, validation, test, Optional.empty());
    }

    /** Returns a copy with predictions for held-out people of the training categories. */
    public CellResult withSeen(Predictions predictions) {
        return new CellResult(cell, history, validation, test, Optional.of(predictions));
    }
}
