package dev.fer4j.train.cell;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.Predictions;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Cell;
import dev.fer4j.core.design.CellResult;
import dev.fer4j.core.design.Split;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.data.composition.LeakageGate;
import dev.fer4j.train.ResumableTraining;
import dev.fer4j.train.Training;
import dev.fer4j.train.TrainingOptions;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.TrainingStoppedException;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.List;

/**
 * Trains the cells of a study. {@link #run} has the signature of fer-eval's {@code CellRunner}, so
 * {@code new CellTrainer(…)::run} is one.
 *
 * @param manifests the manifests of all sources named by the conditions
 * @param gate the checks for leaks between splits
 * @param plan how to train
 * @param options options of each training; a start state and a sink are ignored
 * @param keeping keeps files of each training in addition to its result
 */
public record CellTrainer(
        List<Manifest> manifests,
        LeakageGate gate,
        TrainingPlan plan,
        TrainingOptions options,
        CellKeeping keeping) {

    /**
     * Copies the list, and checks the plan as a whole.
     *
     * @throws dev.fer4j.core.PlanException if the plan has {@link TrainingPlan#problems}
     */
    public CellTrainer {
        manifests = List.copyOf(manifests);
        requireNonNull(gate);
        plan.requireValid();
        requireNonNull(options);
        requireNonNull(keeping);
    }

    /** Creates a trainer that keeps nothing but results. */
    public CellTrainer(
            List<Manifest> manifests,
            LeakageGate gate,
            TrainingPlan plan,
            TrainingOptions options) {
        this(manifests, gate, plan, options, CellKeeping.nothing());
    }

    /** Returns a copy with a different way to keep files of each training. */
    public CellTrainer withKeeping(CellKeeping other) {
        return new CellTrainer(manifests, gate, plan, options, other);
    }

    public CellTrainer withOptions(TrainingOptions other) {
        return new CellTrainer(manifests, gate, plan, other, keeping);
    }

    /**
     * Composes the data, trains, and then, with the weights of the best epoch, predicts the
     * validation split and, once each, the test split and the held-out people, if any.
     *
     * @throws TrainingStoppedException if asked to stop before the test split was predicted
     * @throws IOException if an image cannot be read
     */
    public CellResult run(Cell cell) throws IOException {
        Composition composition =
                Composition.compose(cell.condition(), cell.split(), manifests, gate);
        try (TrainingRun run = train(cell, composition)) {
            if (run.ending() == TrainingRun.Ending.STOPPED) {
                int epochs = run.history().epochs().size();
                throw stopped(
                        cell,
                        epochs == 0
                                ? "was stopped in its first epoch"
                                : "was stopped after epoch " + epochs);
            }
            CellResult result =
                    new CellResult(
                            cell,
                            run.history(),
                            predict(cell, run, composition.samples(Split.VALIDATE)),
                            predict(cell, run, composition.samples(Split.TEST)));
            if (!composition.seen().isEmpty()) {
                result = result.withSeen(predict(cell, run, composition.seen()));
            }
            keeping.ended(run, result);
            return result;
        }
    }

    private TrainingRun train(Cell cell, Composition composition) {
        return keeping.checkpoints(cell)
                .map(
                        checkpoints ->
                                ResumableTraining.run(
                                        plan, composition, cell.seed(), options, checkpoints))
                .orElseGet(() -> Training.run(plan, composition, cell.seed(), options));
    }

    private Predictions predict(Cell cell, TrainingRun run, List<Sample> samples) {
        return run.model()
                .predict(samples, options.stopRequested())
                .orElseThrow(() -> stopped(cell, "had ended, and was stopped while predicting"));
    }

    private TrainingStoppedException stopped(Cell cell, String where) {
        return new TrainingStoppedException(
                "the training of "
                        + cell.condition().title()
                        + " "
                        + where
                        + keeping.checkpoints(cell)
                                .map(kept -> "; its state is kept in " + kept.folder())
                                .orElse("; its state was not kept"));
    }
}
