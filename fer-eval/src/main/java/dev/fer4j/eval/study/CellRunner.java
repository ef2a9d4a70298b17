package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import java.io.IOException;

/**
 * Trains one cell of a study and predicts its validation and test splits. Training, in this JVM or
 * elsewhere, is plugged in by implementing this interface.
 */
@FunctionalInterface
public interface CellRunner {

    /**
     * Trains, then predicts the test split once.
     *
     * <p>If the thread is interrupted, training stops early with a {@link
     * java.util.concurrent.CancellationException} and the interrupt status is set.
     *
     * @param cell the condition, split and seed
     * @return the result of that cell
     * @throws IOException if files cannot be read or written
     */
    CellResult run(Cell cell) throws IOException;

    /**
     * The maximum number of cells run at the same time, each in its own thread; 1 by default.
     * Training in this JVM allows no more, since DJL has one gradient collector per JVM: for more
     * see {@link ForkedCellRunner}.
     */
    default int parallelism() {
        return 1;
    }

    /**
     * Returns a runner with the given parallelism.
     *
     * @param cells the number of cells, at least 1; more than 1 only if {@link #run} may be called
     *     from several threads
     */
    default CellRunner withParallelism(int cells) {
        checkArgument(cells >= 1, "%s cells cannot be run at the same time", cells);
        CellRunner runner = this;
        return new CellRunner() {
            @Override
            public CellResult run(Cell cell) throws IOException {
                return runner.run(cell);
            }

            @Override
            public int parallelism() {
                return cells;
            }
        };
    }
}
