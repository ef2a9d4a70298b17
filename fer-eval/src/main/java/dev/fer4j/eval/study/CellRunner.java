package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
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
     * <p>If the thread is interrupted it ends early, with a {@link
     * java.util.concurrent.CancellationException} and the mark of interruption set.
     *
     * @param cell which condition, split and seed
     * @return the result of that cell
     * @throws IOException if files cannot be read or written
     */
    CellResult run(Cell cell) throws IOException;

    /**
     * How many cells may be run at the same time, each from a thread of its own; 1 by default.
     * Training in this JVM allows no more, since DJL has one gradient collector in a JVM: for more
     * see {@link ForkedCellRunner}.
     */
    default int parallelism() {
        return 1;
    }

    /**
     * Returns the same runner, called for this many cells at the same time.
     *
     * @param cells at least 1; more than 1 only if {@link #run} may be called from several threads
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
