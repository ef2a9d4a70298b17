package dev.fer4j.train.cell;

import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.checkpoint.Checkpoints;
import java.io.IOException;
import java.util.Optional;

/** What is kept of each training of a study besides its result. */
public interface CellKeeping {

    /**
     * Where the training of a cell keeps its state, from which it resumes if it was interrupted; by
     * default nowhere. Gives the same whenever it is asked.
     */
    default Optional<Checkpoints> checkpoints(Cell cell) {
        return Optional.empty();
    }

    /**
     * After a training has finished and predicted, while its networks are still open.
     *
     * @param run open until this returns
     * @throws IOException if something cannot be written; the cell has no result then
     */
    default void ended(TrainingRun run, CellResult result) throws IOException {}

    /** Keeps nothing. */
    static CellKeeping nothing() {
        return new CellKeeping() {};
    }
}
