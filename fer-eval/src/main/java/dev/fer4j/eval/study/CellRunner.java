package dev.fer4j.eval.study;

import dev.fer4j.core.Cell;
import dev.fer4j.core.CellResult;
import java.io.IOException;

/**
 * Trains one cell of a study and predicts its validation and test splits. The place where training,
 * in this JVM or elsewhere, is plugged in.
 */
@FunctionalInterface
public interface CellRunner {

    /**
     * Trains, then predicts the test split once.
     *
     * @param cell which condition, split and seed
     * @return the result of that cell
     * @throws IOException if files cannot be read or written
     */
    CellResult run(Cell cell) throws IOException;
}
