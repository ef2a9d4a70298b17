package dev.fer4j.train;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.checkpoint.CheckpointStore;
import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.checkpoint.ResumableRun;
import dev.fer4j.train.checkpoint.RunIdentity;
import dev.fer4j.train.checkpoint.Saved;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.checkpoint.Snapshot;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.state.CapturedState;
import dev.fer4j.train.state.SavedState;
import dev.fer4j.train.state.StateSink;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A training that resumes where it stopped, however its process ended. Checkpoints are saved in a
 * folder after every epoch, at a fixed interval, and when the training is asked to stop.
 *
 * <p>The state is restored bit for bit. On a CPU, with the same machine, versions and number of
 * threads, so is the result of an uninterrupted training. On a GPU, the order of sums differs from
 * run to run, and results agree as two runs without an interruption do; they agree bit for bit if
 * the plan's {@link dev.fer4j.train.device.Arithmetic} is deterministic and the GPU of the same
 * model. A checkpoint from a different environment is refused, naming each difference, unless the
 * settings allow it.
 */
public final class ResumableTraining {

    /** Opens the store of a training, as {@link CheckpointStore#open} does. */
    @FunctionalInterface
    interface StoreOpener {
        CheckpointStore open(Path folder, RunIdentity identity, Settings settings);
    }

    private final ResumableRun run;

    /** Whether a checkpoint holds the last offered or resumed state. */
    private boolean latestIsKept;

    private ResumableTraining(ResumableRun run) {
        this.run = run;
        this.latestIsKept = run.newest().isPresent();
    }

    /**
     * Trains from the newest valid checkpoint, or from the beginning if there is none. If training
     * had already ended, returns its result again.
     *
     * @param options without a start state or sink, which this class sets. Initial weights are
     *     loaded only at the beginning, but their file is part of the training's identity
     * @throws InputException if there are checkpoints and all of them are damaged
     * @throws dev.fer4j.core.PlanException if the newest one belongs to another training, naming
     *     each difference; or if {@link Training#run} throws it
     * @throws dev.fer4j.core.OutputException if a checkpoint cannot be written, or another process
     *     uses the folder
     */
    public static TrainingRun run(
            TrainingPlan plan,
            Composition composition,
            Seed seed,
            TrainingOptions options,
            Checkpoints checkpoints) {
        return run(plan, composition, seed, options, checkpoints, CheckpointStore::open);
    }

    /** As above, with a given store; for tests. */
    static TrainingRun run(
            TrainingPlan plan,
            Composition composition,
            Seed seed,
            TrainingOptions options,
            Checkpoints checkpoints,
            StoreOpener opener) {
        plan.requireValid();
        RunIdentity identity =
                new RunIdentity(TrainingIdentity.of(plan, composition, seed, options));
        try (ResumableRun run =
                ResumableRun.open(
                        checkpoints,
                        opener.open(checkpoints.folder(), identity, checkpoints.settings()))) {
            TrainingOptions resuming = options.withSink(new ResumableTraining(run)::offer);
            return Training.run(
                            plan,
                            composition,
                            seed,
                            run.newest()
                                    .map(saved -> resuming.withStart(state(saved)))
                                    .orElse(resuming))
                    .despite(run.resumedDespite());
        }
    }

    private static SavedState state(Saved saved) {
        return new SavedState(saved.state(), saved::bytes);
    }

    private void offer(StateSink.Position position, Supplier<CapturedState> state) {
        if (!isWanted(position.occasion())) {
            latestIsKept = false;
            return;
        }
        if (position.occasion() == StateSink.Occasion.STOP && latestIsKept) {
            return;
        }
        run.makeRoom();
        CapturedState captured = state.get();
        run.keep(
                run.lastNumber().orElse(0) + 1,
                new Snapshot(captured.json(), captured.tensors()),
                captured::close);
        latestIsKept = true;
    }

    private boolean isWanted(StateSink.Occasion occasion) {
        return occasion != StateSink.Occasion.STEP || run.isDue();
    }
}
