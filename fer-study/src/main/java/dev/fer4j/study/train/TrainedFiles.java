package dev.fer4j.study.train;

import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.core.file.WholeFile;
import dev.fer4j.core.io.HistoryCsv;
import dev.fer4j.core.io.HistoryJsonLines;
import dev.fer4j.core.io.PredictionsCsv;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.CompositionFile;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdRule;
import dev.fer4j.study.output.ModelCards;
import dev.fer4j.study.settings.StudyFolders;
import dev.fer4j.study.settings.StudyListener;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.TrainSettings;
import dev.fer4j.train.NotFiniteException;
import dev.fer4j.train.TensorBoardFile;
import dev.fer4j.train.TrainingListener;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.cell.CellKeeping;
import dev.fer4j.train.checkpoint.Checkpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes the files of one training: plan and composition when it begins, the history after every
 * epoch, models and predictions at its end. Also reports a line for each epoch.
 */
public final class TrainedFiles implements CellKeeping, TrainingListener {

    private final StudySettings study;
    private final TrainSettings settings;
    private final Composition composition;
    private final List<String> notes;
    private final StudyListener listener;
    private boolean begun;
    private boolean trained;
    private Optional<Threshold> threshold = Optional.empty();
    private Optional<TrainingRun> ended = Optional.empty();

    /**
     * Prepares the files of a training that has not begun.
     *
     * @param notes notes for the model card
     * @param listener receives a line for each epoch
     */
    public TrainedFiles(
            StudySettings study,
            TrainSettings settings,
            Composition composition,
            List<String> notes,
            StudyListener listener) {
        this.study = study;
        this.settings = settings;
        this.composition = composition;
        this.notes = List.copyOf(notes);
        this.listener = listener;
    }

    @Override
    public Optional<Checkpoints> checkpoints(Cell cell) {
        return Optional.of(settings.checkpoints(StudyFolders.checkpoints(study.folder())));
    }

    @Override
    public void resumed(TrainingHistory history, int step) {
        listener.message(
                "Resuming after epoch "
                        + history.epochs().size()
                        + (step > 0 ? " and " + step + " batches of the next" : ""));
        begin();
        write(history);
    }

    @Override
    public void stepEnded(Step step) {
        trained = true;
        begin();
    }

    /**
     * Called only once training begins: if a checkpoint of another plan is refused, its files must
     * stay.
     */
    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        try {
            WholeFile.writeString(out("plan.json"), study.training().toJson());
            CompositionFile.write(out("composition.json"), composition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void epochEnded(TrainingHistory history) {
        write(history);
        listener.message(EpochText.line(history, study.training()));
    }

    private void write(TrainingHistory history) {
        try {
            HistoryCsv.write(out("history.csv"), history);
            HistoryJsonLines.write(out("history.jsonl"), history);
            TensorBoardFile.write(out("events.out.tfevents.1.fer4j"), history);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void rolledBack(NotFiniteException cause) {
        listener.message(
                "Rolled back to the end of the previous epoch, at half the learning rate: "
                        + cause.getMessage());
    }

    @Override
    public void ended(TrainingRun run, CellResult result) throws IOException {
        Threshold chosen = ThresholdRule.maximalYouden().choose(result.validation()).orHalf();
        run.model().save(out("model.safetensors"), chosen, study.labelNames());
        run.last().save(out("last.safetensors"), Threshold.HALF, study.labelNames());
        new ModelCards(1, notes)
                .write(out("MODEL_CARD.md"), out("model.safetensors"), result, composition);
        PredictionsCsv.write(out("predictions").resolve("validate.csv"), result.validation());
        PredictionsCsv.write(out("predictions").resolve("test.csv"), result.test());
        Path seen = out("predictions").resolve("seen.csv");
        if (result.seen().isPresent()) {
            PredictionsCsv.write(seen, result.seen().get());
        } else {
            // Left by a training with different settings.
            OwnedFolder.deleteResult(seen);
        }
        threshold = Optional.of(chosen);
        ended = Optional.of(run);
    }

    /** Whether this run made any step. */
    public boolean trained() {
        return trained;
    }

    /** The threshold; available once training has ended. */
    public Threshold threshold() {
        return threshold.orElseThrow();
    }

    /** The training, already closed; available once it has ended. */
    public TrainingRun run() {
        return ended.orElseThrow();
    }

    private Path out(String name) {
        return study.folder().resolve(name);
    }
}
