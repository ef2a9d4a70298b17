package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Cell;
import dev.fer4j.core.CellResult;
import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the cells of a plan in order and keeps each finished one in a folder:
 *
 * <pre>
 * predictions/NAME-validate.jsonl   predictions of the validation split
 * predictions/NAME-test.jsonl       predictions of the test split, made once
 * history/NAME.csv                  loss and accuracy by epoch
 * cells/NAME.json                   written last: fingerprint, history, digests of the others
 * </pre>
 *
 * <p>A cell that is finished with the same fingerprint and condition, and whose files still have
 * the digests that they were written with, is read and not run. So a study that was interrupted
 * goes on where it was, and the test split is predicted once. The marker counts how often it was,
 * should a cell have to be run again.
 *
 * <p>The folder is not locked here: whoever owns the output folder holds a {@code FolderLock}.
 */
public final class Study {

    /** The task of this class's progress updates. */
    public static final String TASK = "study";

    private static final Logger LOG = LoggerFactory.getLogger(Study.class);

    private final StudyPlan plan;
    private final Path folder;
    private final String fingerprint;

    /**
     * A study that keeps its files in a folder.
     *
     * @param plan the trainings
     * @param folder made if there is none
     * @param fingerprint of everything that a result depends on besides its cell: data, settings,
     *     versions; for example a SHA-256. Results with another fingerprint are not reused
     */
    public Study(StudyPlan plan, Path folder, String fingerprint) {
        this.plan = requireNonNull(plan);
        this.folder = requireNonNull(folder);
        checkArgument(!fingerprint.isBlank(), "a study needs a fingerprint");
        this.fingerprint = fingerprint;
    }

    /**
     * Runs what is not finished yet.
     *
     * @param runner trains one cell
     * @param listener told after each cell, under the task {@value #TASK}
     * @return the results of all cells, in the plan's order
     * @throws IOException if the runner throws it, or files cannot be read or written; cells that
     *     are finished by then are kept
     * @throws IllegalStateException if the runner returns the result of another cell
     */
    public StudyResult run(CellRunner runner, ProgressListener listener) throws IOException {
        List<Cell> cells = plan.cells();
        List<CellResult> results = new ArrayList<>();
        int reused = 0;
        for (Cell cell : cells) {
            String name = plan.cellName(cell);
            CellFiles files = new CellFiles(folder, cell, name);
            Optional<CellMarker> marker = files.readMarker();
            Optional<CellResult> kept = kept(cell, files, marker);
            if (kept.isPresent()) {
                reused++;
                results.add(kept.get());
            } else {
                results.add(run(cell, runner, files, marker));
            }
            String how = kept.isPresent() ? " was already finished" : " finished";
            LOG.debug("{}{}", name, how);
            listener.update(new Progress(TASK, results.size(), cells.size(), name + how));
        }
        return new StudyResult(plan, results, reused);
    }

    /**
     * The study's fingerprint and the cell's condition: one of the same id may have other sources,
     * caps or weights in another study, or be equal to another condition.
     */
    private String fingerprint(Cell cell) {
        return Sha256.of(fingerprint + "\n" + Json.line(cell.condition()));
    }

    private Optional<CellResult> kept(Cell cell, CellFiles files, Optional<CellMarker> marker)
            throws IOException {
        return marker.isPresent() && marker.get().fingerprint().equals(fingerprint(cell))
                ? files.read(marker.get())
                : Optional.empty();
    }

    private CellResult run(
            Cell cell, CellRunner runner, CellFiles files, Optional<CellMarker> before)
            throws IOException {
        CellResult result = runner.run(cell);
        checkState(
                result.cell().equals(cell),
                "asked for cell %s, the runner returned %s",
                cell.id(),
                result.cell().id());
        files.write(
                result, fingerprint(cell), 1 + before.map(CellMarker::testEvaluations).orElse(0));
        return result;
    }
}
