package dev.fer4j.train.checkpoint;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.CloseOnFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run that saves checkpoints in a folder and resumes from the newest valid one, if any. For use
 * by one thread.
 */
public final class ResumableRun implements AutoCloseable {

    private final CheckpointStore store;
    private final long every;
    private final Optional<Saved> newest;
    private final List<String> resumedDespite;
    private boolean newestIsOpen;
    private OptionalLong lastNumber;
    private long lastKept = System.nanoTime();

    private ResumableRun(CheckpointStore store, Checkpoints checkpoints, Optional<Saved> newest) {
        this.store = store;
        this.every = checkpoints.every().toNanos();
        this.newest = newest;
        this.newestIsOpen = newest.isPresent();
        this.resumedDespite = store.resumedDespite();
        this.lastNumber =
                newest.map(saved -> OptionalLong.of(saved.number())).orElseGet(OptionalLong::empty);
    }

    /**
     * Opens the folder and the newest valid checkpoint in it.
     *
     * @throws InputException if there are checkpoints and all of them are damaged
     * @throws dev.fer4j.core.PlanException if the newest one belongs to a run with another
     *     identity, naming each difference, unless the settings allow that
     * @throws dev.fer4j.core.OutputException if another process uses the folder
     */
    public static ResumableRun open(Checkpoints checkpoints, RunIdentity identity) {
        return open(
                checkpoints,
                CheckpointStore.open(checkpoints.folder(), identity, checkpoints.settings()));
    }

    /**
     * Opens a run as {@link #open(Checkpoints, RunIdentity)} does, with a store that is already
     * open.
     *
     * @param store the store of the checkpoints' folder; closed with this run, or if this method
     *     fails
     */
    public static ResumableRun open(Checkpoints checkpoints, CheckpointStore store) {
        return CloseOnFailure.of(
                store::close,
                () -> {
                    Optional<Saved> newest = store.newest();
                    if (newest.isEmpty() && !store.skipped().isEmpty()) {
                        throw damaged(checkpoints, store.skipped());
                    }
                    return new ResumableRun(store, checkpoints, newest);
                });
    }

    private static InputException damaged(Checkpoints checkpoints, List<Problem> problems) {
        return new InputException(
                Problem.Kind.DAMAGED,
                checkpoints.folder(),
                "none of its %s checkpoints can be used; the newest: %s"
                        .formatted(problems.size(), problems.get(0).message()),
                "restore it from a copy, or delete the folder to begin again");
    }

    /**
     * The checkpoint to resume from, if any; open until the next save or until this run is closed.
     */
    public Optional<Saved> newest() {
        return newest;
    }

    /** Allowed differences from runs whose checkpoints were resumed, oldest first. */
    public List<String> resumedDespite() {
        return resumedDespite;
    }

    /** The number of the checkpoint that was saved or resumed last. */
    public OptionalLong lastNumber() {
        return lastNumber;
    }

    /** Whether enough time has passed for the next checkpoint. */
    public boolean isDue() {
        return System.nanoTime() - lastKept >= every;
    }

    /**
     * Waits until the previous state is written, and closes {@link #newest}, to free memory for a
     * copy of the next state.
     *
     * @throws dev.fer4j.core.OutputException if the previous state could not be written
     */
    public void makeRoom() {
        closeNewest();
        store.flush();
    }

    /**
     * Saves a state. It is written while the run continues; {@link #flush} waits for it.
     *
     * @param number number of the checkpoint, larger than any in the folder
     * @param release run once the state is no longer needed, on any thread
     * @throws dev.fer4j.core.OutputException if the previous state could not be written
     */
    public void keep(long number, Snapshot state, Runnable release) {
        closeNewest();
        store.save(number, state, release);
        lastKept = System.nanoTime();
        lastNumber = OptionalLong.of(number);
    }

    /** Waits until the last state has been written to disk. */
    public void flush() {
        store.flush();
    }

    /** Waits until the last state is written, and releases the folder. */
    @Override
    public void close() {
        try {
            closeNewest();
        } finally {
            store.close();
        }
    }

    /** Must precede the next save, which may delete this checkpoint. */
    private void closeNewest() {
        if (newestIsOpen) {
            newestIsOpen = false;
            try {
                newest.orElseThrow().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
