package dev.fer4j.train;

import dev.fer4j.train.internal.Score;
import dev.fer4j.train.optim.NonFinite;
import java.util.Locale;
import java.util.Optional;

/**
 * Fails a training step if a value is not finite, reporting the position in the training.
 *
 * @param state provides the position of the training
 * @param steps number of steps in an epoch
 */
record FiniteNumbers(TrainingState state, int steps) {

    /**
     * Requires finite logits; if they are not, reports a non-finite weight as the cause if there is
     * one.
     *
     * @param quantity the quantity computed from the logits
     */
    void require(Score score, String quantity) {
        if (!score.isFinite()) {
            state.learner().findNonFinite().ifPresent(this::fail);
            throw problem(quantity, Optional.empty());
        }
    }

    /** Fails the step because of a non-finite value. */
    void fail(NonFinite problem) {
        throw problem(
                "the " + problem.quantity().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                Optional.of(problem.path()));
    }

    private NotFiniteException problem(String quantity, Optional<String> path) {
        TrainingProgress progress = state.progress();
        int step = Math.min(progress.step() + 1, steps);
        return new NotFiniteException(quantity, path, progress.epoch(), step, progress.rate());
    }
}
