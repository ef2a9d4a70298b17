package dev.fer4j.examples.study;

import dev.fer4j.core.Cell;
import dev.fer4j.core.CellResult;
import dev.fer4j.train.CellTrainer;
import dev.fer4j.train.StopOnTermination;
import dev.fer4j.train.TrainingStoppedException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Trains cells, and stops with a message when the process is asked to end (SIGTERM, Ctrl-C).
 *
 * @param trainer trains them
 * @param messages told where a training stopped, before the process ends
 */
record StoppableTrainer(CellTrainer trainer, Consumer<String> messages) {

    /** Enough for the longest step and the largest checkpoint on slow machines. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Trains one. */
    CellResult run(Cell cell) throws IOException {
        try (StopOnTermination stop = new StopOnTermination(LONGEST)) {
            return run(cell, stop);
        }
    }

    private CellResult run(Cell cell, StopOnTermination stop) throws IOException {
        try {
            return trainer.withOptions(trainer.options().withStopRequested(stop)).run(cell);
        } catch (TrainingStoppedException e) {
            messages.accept(e.getMessage() + "; the same command resumes from there");
            throw e;
        }
    }
}
