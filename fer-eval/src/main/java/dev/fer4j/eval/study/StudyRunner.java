package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Ticker;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.core.io.Json;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the cells of a plan and keeps each finished one in a folder:
 *
 * <pre>
 * predictions/NAME-validate.jsonl   predictions of the validation split
 * predictions/NAME-test.jsonl       predictions of the test split, made once
 * predictions/NAME-seen.jsonl       predictions of held-out people of the training categories, if any
 * history/NAME.csv                  loss and accuracy by epoch
 * cells/NAME.json                   written last: fingerprint, history, digests of the above
 * </pre>
 *
 * <p>A cell that was finished with the same fingerprint and condition, and whose files still have
 * their original digests, is read rather than run. So an interrupted study resumes where it
 * stopped, and so does one whose plan has been extended by seeds, splits or conditions; the test
 * split is predicted once. If a cell has to be run again, its marker counts the test predictions,
 * which {@link StudyResult} reports.
 *
 * <p>The folder is not locked here: the owner of the output folder holds a {@code FolderLock}.
 */
public final class StudyRunner {

    /** The default task name of progress updates. */
    public static final String TASK = "study";

    private static final Logger LOG = LoggerFactory.getLogger(StudyRunner.class);

    private final StudyPlan plan;
    private final Path folder;
    private final String fingerprint;
    private final Ticker ticker;
    private final String task;

    /**
     * Creates a runner that keeps a study's files in a folder.
     *
     * @param plan the trainings
     * @param folder created if it does not exist; otherwise empty, or a folder of earlier results
     * @param fingerprint the fingerprint of everything that a result depends on besides its cell:
     *     data, settings, versions; for example a SHA-256. Results with another fingerprint are not
     *     reused
     */
    public StudyRunner(StudyPlan plan, Path folder, String fingerprint) {
        this(plan, folder, fingerprint, Ticker.systemTicker(), TASK);
    }

    private StudyRunner(
            StudyPlan plan, Path folder, String fingerprint, Ticker ticker, String task) {
        this.plan = requireNonNull(plan);
        this.folder = requireNonNull(folder);
        checkArgument(!fingerprint.isBlank(), "a study needs a fingerprint");
        this.fingerprint = fingerprint;
        this.ticker = ticker;
        checkArgument(!task.isBlank(), "a task needs a name");
        this.task = task;
    }

    /**
     * Returns a copy with a different task name in progress updates, for trainings that accompany a
     * study, such as its checks.
     *
     * @param name not blank; instead of {@value #TASK}
     */
    public StudyRunner withTask(String name) {
        return new StudyRunner(plan, folder, fingerprint, ticker, name);
    }

    /** Returns a copy with a different clock for the time left. */
    StudyRunner withTicker(Ticker other) {
        return new StudyRunner(plan, folder, fingerprint, other, task);
    }

    /**
     * Runs the cells that are not finished yet, in the plan's order: in this thread, or as many at
     * the same time as the runner allows. The result is the same.
     *
     * <p>If a cell fails, no further one is started. Running cells are awaited, and finished ones
     * are kept.
     *
     * @param runner trains one cell
     * @param listener notified when a cell is found, started, finished or failed, under the task
     *     {@value #TASK} or {@link #withTask another}, with a note on running cells and the time
     *     left, which is estimated from the cells finished in this run and is unknown before the
     *     first of them
     * @return the results of all cells, in the plan's order
     * @throws IOException if the runner throws it, or files cannot be read or written; cells
     *     finished by then are kept
     * @throws CellsFailedException if several cells that ran at the same time failed; a single
     *     failure is rethrown unchanged
     * @throws java.util.concurrent.CancellationException if this thread is interrupted; its
     *     interrupt status is preserved, and running cells are interrupted and awaited
     * @throws IllegalStateException if the runner returns the result of another cell, or one that
     *     cannot be evaluated, with samples that are predicted twice or are in two splits
     */
    public StudyResult run(CellRunner runner, ProgressListener listener) throws IOException {
        OwnedFolder.results(folder);
        int parallelism = runner.parallelism();
        StudyProgress progress = new StudyProgress(task, plan, parallelism, ticker, listener);
        Map<Cell, FinishedCell> finished = new ConcurrentHashMap<>();
        List<Training> missing = new ArrayList<>();
        for (Cell cell : plan.cells()) {
            Optional<FinishedCell> kept = kept(cell);
            if (kept.isPresent()) {
                finished.put(cell, kept.get());
                progress.found(cell);
            } else {
                missing.add(new Training(cell, runner, progress, finished));
            }
        }
        LOG.debug("{} cells are finished, {} remain", finished.size(), missing.size());
        int reused = finished.size();
        new CellWorkers(missing).run(parallelism);
        List<FinishedCell> inOrder = plan.cells().stream().map(finished::get).toList();
        return new StudyResult(
                plan,
                inOrder.stream().map(FinishedCell::result).toList(),
                inOrder.stream().map(FinishedCell::testEvaluations).toList(),
                reused);
    }

    private CellFiles files(Cell cell) {
        return new CellFiles(folder, cell, plan.cellName(cell));
    }

    /**
     * The study's fingerprint and the cell's condition, since a condition with the same id may have
     * different sources, caps or weights in another study, or equal another condition.
     */
    private String fingerprint(Cell cell) {
        return Sha256.of(fingerprint + "\n" + Json.line(cell.condition()));
    }

    /** The finished cell under its name, or under that of a plan with more or fewer seeds. */
    private Optional<FinishedCell> kept(Cell cell) throws IOException {
        for (CellFiles files :
                List.of(files(cell), new CellFiles(folder, cell, plan.otherCellName(cell)))) {
            Optional<CellMarker> marker = files.readMarker();
            if (marker.isPresent() && marker.get().fingerprint().equals(fingerprint(cell))) {
                Optional<CellResult> result = files.read(marker.get());
                if (result.isPresent()) {
                    int evaluations = marker.get().testEvaluations();
                    return Optional.of(new FinishedCell(result.get(), evaluations));
                }
            }
        }
        return Optional.empty();
    }

    /** Runs one cell and keeps its result. */
    private final class Training implements CellWorkers.Work {

        private final Cell cell;
        private final CellRunner runner;
        private final StudyProgress progress;
        private final Map<Cell, FinishedCell> finished;

        Training(
                Cell cell,
                CellRunner runner,
                StudyProgress progress,
                Map<Cell, FinishedCell> finished) {
            this.cell = cell;
            this.runner = runner;
            this.progress = progress;
            this.finished = finished;
        }

        @Override
        public String name() {
            return plan.cellName(cell);
        }

        @Override
        public void run() throws IOException {
            progress.begun(cell);
            boolean kept = false;
            try {
                CellResult result = runner.run(cell);
                ResultCheck.check(cell, result);
                finished.put(cell, keep(result));
                kept = true;
            } finally {
                if (!kept) {
                    progress.failed(cell);
                }
            }
            progress.finished(cell);
        }

        /**
         * Writes the files. An interruption, which would close a file while it is written and lose
         * hours of work, is deferred until everything is written.
         */
        private FinishedCell keep(CellResult result) throws IOException {
            CellFiles files = files(cell);
            boolean interrupted = false;
            try {
                while (true) {
                    interrupted |= Thread.interrupted();
                    try {
                        int evaluations = 1 + files.testEvaluations();
                        files.write(result, fingerprint(cell), evaluations);
                        return new FinishedCell(result, evaluations);
                    } catch (ClosedByInterruptException e) {
                        interrupted = true;
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
