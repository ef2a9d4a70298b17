package dev.fer4j.train;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Cell;
import dev.fer4j.core.CellResult;
import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.LeakageGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Trains the cells of a study. {@link #run} has the signature of fer-eval's {@code CellRunner}, so
 * {@code new CellTrainer(…)::run} is one.
 *
 * @param manifests of all sources that the conditions name
 * @param gate which leaks between splits are looked for
 * @param plan how to train
 * @param listener is told of each training's progress
 * @param imageFolder where decoded images are kept, which conditions share; memory without one.
 *     Results do not depend on it. It may be deleted at any time that nobody uses it
 */
public record CellTrainer(
        List<Manifest> manifests,
        LeakageGate gate,
        TrainingPlan plan,
        ProgressListener listener,
        Optional<Path> imageFolder) {

    /** Copies the list. */
    public CellTrainer {
        manifests = List.copyOf(manifests);
        requireNonNull(imageFolder);
    }

    /** With decoded images in memory. */
    public CellTrainer(
            List<Manifest> manifests,
            LeakageGate gate,
            TrainingPlan plan,
            ProgressListener listener) {
        this(manifests, gate, plan, listener, Optional.empty());
    }

    /** The same with decoded images in a folder. */
    public CellTrainer withImageFolder(Path folder) {
        return new CellTrainer(manifests, gate, plan, listener, Optional.of(folder));
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
        try (TrainingRun run =
                Training.run(plan, composition, cell.seed(), listener, imageFolder)) {
            return new CellResult(
                    cell,
                    run.history(),
                    run.model().predict(composition.samples(Split.VALIDATE)),
                    run.model().predict(composition.samples(Split.TEST)));
        }
    }
}
