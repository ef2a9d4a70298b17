package dev.fer4j.examples.study;

import dev.fer4j.core.Cell;
import dev.fer4j.core.CellResult;
import dev.fer4j.core.TrainingHistory;
import dev.fer4j.core.io.HistoryCsv;
import dev.fer4j.core.io.HistoryJsonLines;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.CompositionFile;
import dev.fer4j.train.CellKeeping;
import dev.fer4j.train.NotFiniteException;
import dev.fer4j.train.ResumableTraining.Checkpoints;
import dev.fer4j.train.TensorBoardFile;
import dev.fer4j.train.TrainingListener;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.predict.DecisionThreshold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files of one training: plan and composition when it begins, the history after every epoch,
 * models and predictions at its end; and a line for each epoch.
 */
final class TrainedFiles implements CellKeeping, TrainingListener {

    private final TrainSettings settings;
    private final Composition composition;
    private final Consumer<String> messages;
    private boolean begun;
    private boolean trained;
    private Optional<DecisionThreshold> threshold = Optional.empty();
    private Optional<TrainingRun> ended = Optional.empty();

    TrainedFiles(TrainSettings settings, Composition composition, Consumer<String> messages) {
        this.settings = settings;
        this.composition = composition;
        this.messages = messages;
    }

    @Override
    public Optional<Checkpoints> checkpoints(Cell cell) {
        return Optional.of(settings.checkpoints());
    }

    @Override
    public void resumed(TrainingHistory history, int step) {
        messages.accept(
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

    /** Not earlier: a state of another plan may yet be refused, and its plan is to stay. */
    private void begin() {
        if (begun) {
            return;
        }
        begun = true;
        try {
            WholeFile.writeString(out("plan.json"), settings.study().training().toJson());
            CompositionFile.write(out("composition.json"), composition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void epochEnded(TrainingHistory history) {
        write(history);
        messages.accept(EpochText.line(history, settings.study().training().epochs()));
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
        messages.accept(
                "Rolled back to the end of the previous epoch, at half the learning rate: "
                        + cause.getMessage());
    }

    @Override
    public void ended(TrainingRun run, CellResult result) throws IOException {
        DecisionThreshold chosen = DecisionThreshold.onValidation(result.validation());
        run.model().save(out("model.safetensors"), chosen);
        run.last().save(out("last.safetensors"), DecisionThreshold.HALF);
        new ModelCards(1, List.of())
                .write(out("MODEL_CARD.md"), out("model.safetensors"), result, composition);
        PredictionsCsv.write(out("predictions").resolve("validate.csv"), result.validation());
        PredictionsCsv.write(out("predictions").resolve("test.csv"), result.test());
        Path seen = out("predictions").resolve("seen.csv");
        if (result.seen().isPresent()) {
            PredictionsCsv.write(seen, result.seen().get());
        } else {
            // Of a training that went on with other settings.
            Files.deleteIfExists(seen);
        }
        threshold = Optional.of(chosen);
        ended = Optional.of(run);
    }

    /** Whether a step was made. */
    boolean trained() {
        return trained;
    }

    /** Chosen when the training had ended. */
    DecisionThreshold threshold() {
        return threshold.orElseThrow();
    }

    /** The training, closed, when it has ended. */
    TrainingRun run() {
        return ended.orElseThrow();
    }

    private Path out(String name) {
        return settings.study().out().resolve(name);
    }
}
