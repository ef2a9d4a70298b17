package dev.fer4j.study.train;

import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.study.settings.StudyListener;
import dev.fer4j.train.StopOnTermination;
import dev.fer4j.train.TrainingStoppedException;
import dev.fer4j.train.cell.CellTrainer;
import java.io.IOException;
import java.time.Duration;

/**
 * Trains cells, and stops with a message when the process is asked to terminate (SIGTERM, Ctrl-C).
 *
 * @param trainer the trainer of the cells
 * @param listener receives a message on where a training stopped, before the process terminates
 */
public record StoppableTrainer(CellTrainer trainer, StudyListener listener) {

    /**
     * Maximum delay of termination: enough for the longest step and the largest checkpoint on slow
     * machines.
     */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** Trains one cell. */
    public CellResult run(Cell cell) throws IOException {
        try (StopOnTermination stop = new StopOnTermination(LONGEST)) {
            return run(cell, stop);
        }
    }

    private CellResult run(Cell cell, StopOnTermination stop) throws IOException {
        try {
            return trainer.withOptions(trainer.options().withStopRequested(stop)).run(cell);
        } catch (TrainingStoppedException e) {
            listener.message(e.getMessage() + "; the same study resumes from there");
            throw e;
        }
    }
}
