package dev.fer4j.train;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.checkpoint.CheckpointStore;
import dev.fer4j.train.checkpoint.RunIdentity;
import dev.fer4j.train.checkpoint.Saved;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.checkpoint.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A training that resumes where it stopped, bit for bit, however its process ended: its state is
 * kept in a folder after every epoch, at a fixed interval, and when it is asked to stop.
 *
 * <p>On one machine, with the same versions and number of threads; anything else is refused, naming
 * each difference, unless the settings allow it.
 */
public final class ResumableTraining {

    /**
     * Where and how often the state is kept.
     *
     * @param folder of this training alone
     * @param every a state is kept at the first step after this interval; zero for every step
     * @param settings how many are kept, and whether another run's state may be resumed
     */
    public record Checkpoints(Path folder, Duration every, Settings settings) {

        /** Checks the time. */
        public Checkpoints {
            requireNonNull(folder);
            requireNonNull(settings);
            checkArgument(!every.isNegative(), "a checkpoint every %s", every);
        }

        /** After every epoch and every ten minutes; two are kept. */
        public static Checkpoints in(Path folder) {
            return new Checkpoints(folder, Duration.ofMinutes(10), Settings.DEFAULT);
        }
    }

    /** Opens the store of a training, as {@link CheckpointStore#open} does. */
    @FunctionalInterface
    interface StoreOpener {
        CheckpointStore open(Path folder, RunIdentity identity, Settings settings);
    }

    private final CheckpointStore store;
    private final long every;
    private Optional<Saved> resumed;
    private long number;
    private long last = System.nanoTime();

    /** Whether the state that was offered last, or resumed, is in a checkpoint. */
    private boolean latestIsKept;

    private ResumableTraining(CheckpointStore store, Duration every, Optional<Saved> resumed) {
        this.store = store;
        this.every = every.toNanos();
        this.resumed = resumed;
        this.number = resumed.map(Saved::number).orElse(0L);
        this.latestIsKept = resumed.isPresent();
    }

    /**
     * Trains from the newest valid checkpoint, or from the beginning if there is none. A training
     * that had ended gives its result again.
     *
     * @param options its state to start from and its sink are this class's business. Initial
     *     weights are loaded at the beginning only; their file belongs to the training all the same
     * @throws InputException if there are checkpoints and all of them are damaged
     * @throws dev.fer4j.core.PlanException if the newest one is of another training, naming each
     *     difference; and whenever {@link Training#run} throws it
     * @throws dev.fer4j.core.OutputException if a checkpoint cannot be written, or another process
     *     has the folder
     */
    public static TrainingRun run(
            TrainingPlan plan,
            Composition composition,
            Seed seed,
            TrainingOptions options,
            Checkpoints checkpoints) {
        return run(plan, composition, seed, options, checkpoints, CheckpointStore::open);
    }

    /** With stores whose operations can be observed. */
    static TrainingRun run(
            TrainingPlan plan,
            Composition composition,
            Seed seed,
            TrainingOptions options,
            Checkpoints checkpoints,
            StoreOpener opener) {
        RunIdentity identity =
                new RunIdentity(TrainingIdentity.of(plan, composition, seed, options));
        try (CheckpointStore store =
                opener.open(checkpoints.folder(), identity, checkpoints.settings())) {
            Optional<Saved> newest = store.newest();
            if (newest.isEmpty() && !store.skipped().isEmpty()) {
                throw damaged(checkpoints.folder(), store.skipped());
            }
            ResumableTraining training = new ResumableTraining(store, checkpoints.every(), newest);
            try {
                TrainingOptions resuming = options.withSink(training::offer);
                List<String> differences =
                        newest.map(saved -> differences(saved, identity)).orElse(List.of());
                return Training.run(
                                plan,
                                composition,
                                seed,
                                newest.map(saved -> resuming.withStart(state(saved)))
                                        .orElse(resuming))
                        .despite(differences);
            } finally {
                training.closeResumed();
            }
        }
    }

    private static InputException damaged(Path folder, List<Problem> problems) {
        return new InputException(
                new Problem(
                        Problem.Kind.DAMAGED,
                        folder.toString(),
                        "none of its "
                                + problems.size()
                                + " checkpoints can be used; the newest: "
                                + problems.get(0).message(),
                        "restore it from a copy, or delete the folder to start again"));
    }

    /** As the store records them in later checkpoints, if any. */
    private static List<String> differences(Saved saved, RunIdentity now) {
        List<String> all = new ArrayList<>(saved.resumedDespite());
        saved.identity()
                .differences(now)
                .forEach(text -> all.add("checkpoint " + saved.number() + ": " + text));
        return all;
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
        closeResumed();
        // Until the state before is written there is no memory for another one.
        store.flush();
        CapturedState captured = state.get();
        store.save(++number, new Snapshot(captured.json(), captured.tensors()), captured::close);
        last = System.nanoTime();
        latestIsKept = true;
    }

    private boolean isWanted(StateSink.Occasion occasion) {
        return occasion != StateSink.Occasion.STEP || System.nanoTime() - last >= every;
    }

    /** The file must be closed before the next one is written, since it may be the oldest. */
    private void closeResumed() {
        Optional<Saved> open = resumed;
        resumed = Optional.empty();
        open.ifPresent(
                saved -> {
                    try {
                        saved.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
