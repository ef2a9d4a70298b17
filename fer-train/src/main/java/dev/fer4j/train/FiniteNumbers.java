package dev.fer4j.train;

import dev.fer4j.train.internal.Score;
import dev.fer4j.train.optim.NonFinite;
import java.util.Locale;
import java.util.Optional;

/**
 * Ends a training's step if a value is not finite, naming its position.
 *
 * @param state provides the position of the training
 * @param steps of an epoch
 */
record FiniteNumbers(TrainingState state, int steps) {

    /**
     * Checks logits; if they are not finite, weights may be the cause.
     *
     * @param quantity computed from them
     */
    void require(Score score, String quantity) {
        if (!score.isFinite()) {
            state.learner().findNonFinite().ifPresent(this::fail);
            throw problem(quantity, Optional.empty());
        }
    }

    /** Ends the step because of a non-finite value. */
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
