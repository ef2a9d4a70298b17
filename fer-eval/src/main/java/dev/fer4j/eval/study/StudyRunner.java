package dev.fer4j.eval.study;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Ticker;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.Sha256;
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
 * cells/NAME.json                   written last: fingerprint, history, digests of the others
 * </pre>
 *
 * <p>A cell that is finished with the same fingerprint and condition, and whose files still have
 * the digests that they were written with, is read and not run. So an interrupted study resumes
 * where it stopped, and so does one whose plan has grown by seeds, splits or conditions; the test
 * split is predicted once. The marker counts how often it was, should a cell have to be run again,
 * and {@link StudyResult} tells it.
 *
 * <p>The folder is not locked here: the owner of the output folder holds a {@code FolderLock}.
 */
public final class StudyRunner {

    /** The task of this class's progress updates, unless it is given another name. */
    public static final String TASK = "study";

    private static final Logger LOG = LoggerFactory.getLogger(StudyRunner.class);

    private final StudyPlan plan;
    private final Path folder;
    private final String fingerprint;
    private final Ticker ticker;
    private final String task;

    /**
     * A study that keeps its files in a folder.
     *
     * @param plan the trainings
     * @param folder made if there is none
     * @param fingerprint of everything that a result depends on besides its cell: data, settings,
     *     versions; for example a SHA-256. Results with another fingerprint are not reused
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

    /** The same with another clock for the time left. */
    StudyRunner withTicker(Ticker other) {
        return new StudyRunner(plan, folder, fingerprint, other, task);
    }

    /**
     * Runs what is not finished yet: in this thread, in the plan's order, or as many cells at the
     * same time as the runner allows, begun in that order. The result is the same.
     *
     * <p>If a cell fails no further one is begun. Those that are under way are waited for, and what
     * finishes is kept.
     *
     * @param runner trains one cell
     * @param listener told when a cell is found, begun, finished or failed, under the task {@value
     *     #TASK} or {@link #withTask another}, with a note of what is running and how long the rest
     *     may take. That is estimated from the cells that finished in this run; before one has, the
     *     note says that it is not known
     * @return the results of all cells, in the plan's order
     * @throws IOException if the runner throws it, or files cannot be read or written; cells that
     *     are finished by then are kept
     * @throws CellsFailedException if several cells that ran at the same time failed; a single
     *     failure is thrown as the runner threw it
     * @throws java.util.concurrent.CancellationException if this thread is interrupted, whose mark
     *     stays: running cells are interrupted and waited for
     * @throws IllegalStateException if the runner returns the result of another cell, or one that
     *     cannot be evaluated: samples that are predicted twice, or that are in two splits
     */
    public StudyResult run(CellRunner runner, ProgressListener listener) throws IOException {
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
     * The study's fingerprint and the cell's condition: one of the same id may have other sources,
     * caps or weights in another study, or be equal to another condition.
     */
    private String fingerprint(Cell cell) {
        return Sha256.of(fingerprint + "\n" + Json.line(cell.condition()));
    }

    /** What is finished under the cell's name, or under that of a plan with more or fewer seeds. */
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

    /** Runs one cell and keeps what it left. */
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
         * Writes the files. What took hours is not lost to an interruption, which would close a
         * file in the middle: it is put off until everything is written.
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
