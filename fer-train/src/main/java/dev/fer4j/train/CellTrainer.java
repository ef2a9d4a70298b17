package dev.fer4j.train;

import dev.fer4j.core.Cell;
import dev.fer4j.core.CellResult;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.LeakageGate;
import java.io.IOException;
import java.util.List;

/**
 * Trains the cells of a study. {@link #run} has the signature of fer-eval's {@code CellRunner}, so
 * {@code new CellTrainer(…)::run} is one.
 *
 * @param manifests of all sources that the conditions name
 * @param gate which leaks between splits are looked for
 * @param plan how to train
 * @param listener is told of each training's progress
 */
public record CellTrainer(
        List<Manifest> manifests, LeakageGate gate, TrainingPlan plan, ProgressListener listener) {

    /** Copies the list. */
    public CellTrainer {
        manifests = List.copyOf(manifests);
    }

    /**
     * Composes, trains, and then, with the weights of the best epoch, predicts the validation split
     * and, once, the test split.
     *
     * @throws IOException if an image cannot be read
     */
    public CellResult run(Cell cell) throws IOException {
        Composition composition =
                Composition.compose(cell.condition(), cell.split(), manifests, gate);
        try (TrainingRun run = Training.run(plan, composition, cell.seed(), listener)) {
            return new CellResult(
                    cell,
                    run.history(),
                    run.model().predict(composition.samples(Split.VALIDATE)),
                    run.model().predict(composition.samples(Split.TEST)));
        }
    }
}
