package dev.fer4j.train.cell;

import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.checkpoint.Checkpoints;
import java.io.IOException;
import java.util.Optional;

/** Keeps files of each training of a study in addition to its result. */
public interface CellKeeping {

    /**
     * Returns where the training of a cell saves checkpoints, from which it resumes after an
     * interruption; by default nowhere. The same cell always gives the same answer.
     */
    default Optional<Checkpoints> checkpoints(Cell cell) {
        return Optional.empty();
    }

    /**
     * Called after training and prediction, while the networks are still open.
     *
     * @param run the training; open until this method returns
     * @throws IOException if something cannot be written; the cell has no result then
     */
    default void ended(TrainingRun run, CellResult result) throws IOException {}

    /** Keeps nothing. */
    static CellKeeping nothing() {
        return new CellKeeping() {};
    }
}
