package dev.fer4j.train.checkpoint;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.fer4j.core.OutputException;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.FolderLock;
import dev.fer4j.core.file.OwnedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of one run, in a folder of their own that one process locks at a time.
 *
 * <p>A checkpoint is two files, {@code NNNNNNNNNN.safetensors} and {@code NNNNNNNNNN.json}. They
 * are written by a thread of the store; a process that dies at any moment leaves the previous
 * checkpoints intact, with or without the new one. The newest valid checkpoint is found by
 * verifying every bit. See docs/checkpoints.md.
 *
 * <p>Methods are synchronized and may be called from any thread.
 */
public final class CheckpointStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointStore.class);

    private final CheckpointFolder folder;
    private final RunIdentity identity;
    private final Settings settings;
    private final SaveFiles files;
    private final FolderLock lock;
    private final Ledger ledger;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    new ThreadFactoryBuilder()
                            .setNameFormat("fer-checkpoint")
                            .setDaemon(true)
                            .build());
    private Future<?> pending = Futures.immediateVoidFuture();
    private List<String> resumedDespite = List.of();
    private List<Problem> skipped = List.of();

    private CheckpointStore(
            CheckpointFolder folder,
            RunIdentity identity,
            Settings settings,
            SaveFiles files,
            FolderLock lock,
            Ledger ledger) {
        this.folder = folder;
        this.identity = identity;
        this.settings = settings;
        this.files = files;
        this.lock = lock;
        this.ledger = ledger;
    }

    /**
     * Locks a folder, creating it if necessary, and removes temporary files of killed runs.
     *
     * @param identity identity of the run that uses the folder
     * @throws OutputException if another process, or another store in this process, uses the
     *     folder, or it cannot be created or written to
     */
    public static CheckpointStore open(Path folder, RunIdentity identity, Settings settings) {
        return open(folder, identity, settings, new DiskFiles());
    }

    static CheckpointStore open(
            Path path, RunIdentity identity, Settings settings, SaveFiles files) {
        requireNonNull(identity);
        requireNonNull(settings);
        FolderLock lock = FolderLock.acquire(path, OwnedFolder.Content.CHECKPOINTS);
        boolean opened = false;
        try {
            CheckpointFolder folder = new CheckpointFolder(path);
            for (Path part : folder.parts()) {
                LOG.info("{}: left over from a killed run, removed", part);
                files.delete(part);
            }
            CheckpointStore store =
                    new CheckpointStore(folder, identity, settings, files, lock, folder.ledger());
            opened = true;
            return store;
        } catch (IOException e) {
            throw new OutputException(path + ": cannot be listed or written to: " + e, e);
        } finally {
            if (!opened) {
                close(lock);
            }
        }
    }

    /** Numbers of the checkpoints in the folder, valid or not, newest first. */
    public synchronized List<Long> numbers() {
        flush();
        return ledger.manifests();
    }

    /**
     * Passes a snapshot to the writing thread and returns; waits only while an earlier snapshot is
     * still being written.
     *
     * @param number number of the checkpoint, greater than that of every usable one in the folder,
     *     at most 9,999,999,999
     * @param snapshot the snapshot, whose tensors must not change until {@code release} is run
     * @param release run exactly once, as soon as the snapshot is no longer needed: on the writing
     *     thread, or on the calling thread if an exception is thrown
     * @throws OutputException if the <em>earlier</em> save failed; this snapshot is then released
     *     and not saved, and the next one is attempted again
     * @throws IllegalArgumentException if the number does not increase
     * @throws IllegalStateException if the store is closed
     */
    public synchronized void save(long number, Snapshot snapshot, Runnable release) {
        boolean handedOver = false;
        try {
            requireNonNull(snapshot);
            checkState(!writer.isShutdown(), "the store is closed");
            flush();
            long before = ledger.newest().orElse(-1);
            checkArgument(
                    number > before && number <= CheckpointFolder.LARGEST_NUMBER,
                    "checkpoint %s follows %s in %s",
                    number,
                    before,
                    folder.path());
            Saving saving = new Saving(folder, files, ledger, number);
            List<String> despite = resumedDespite;
            pending =
                    writer.submit(
                            () -> {
                                try {
                                    saving.run(snapshot, identity, despite, settings.keep());
                                } finally {
                                    release.run();
                                }
                            });
            handedOver = true;
        } finally {
            if (!handedOver) {
                release.run();
            }
        }
    }

    /**
     * Waits until the last snapshot has been written to disk.
     *
     * @throws OutputException if it could not be written, naming the file and the reason; thrown
     *     once per failure
     */
    public synchronized void flush() {
        Future<?> last = pending;
        pending = Futures.immediateVoidFuture();
        try {
            Uninterruptibles.getUninterruptibly(last);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutputException failure) {
                // Adds the stack trace of this thread.
                throw new OutputException(failure.getMessage(), failure);
            }
            Throwables.throwIfUnchecked(e.getCause());
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Finds the newest checkpoint with valid lengths, digests, versions and headers, after waiting
     * for a save in progress. Reads all of its bytes.
     *
     * @return the open checkpoint, to be closed by the caller before the next save; empty if none
     *     is valid. If {@link #skipped} is then not empty, there were invalid checkpoints, and a
     *     run that starts from the beginning should report them
     * @throws PlanException if it belongs to a run with another identity, naming each difference,
     *     unless the settings allow that
     * @throws OutputException if the last save failed
     */
    public synchronized Optional<Saved> newest() {
        flush();
        CheckpointReader reader = new CheckpointReader(folder);
        List<Problem> problems = new ArrayList<>();
        Optional<Saved> found = Optional.empty();
        for (long number : ledger.manifests()) {
            try {
                found = Optional.of(reader.read(number));
                break;
            } catch (DamagedCheckpointException e) {
                LOG.warn("checkpoint {} is skipped: {}", number, e.getMessage());
                problems.add(e.problem());
                ledger.damaged(number);
            }
        }
        skipped = List.copyOf(problems);
        found.ifPresent(this::accept);
        return found;
    }

    /**
     * The reasons why checkpoints newer than the last one returned by {@link #newest} were skipped.
     */
    public synchronized List<Problem> skipped() {
        return skipped;
    }

    /** Differences allowed at this and earlier resumes of the run of {@link #newest}. */
    public synchronized List<String> resumedDespite() {
        return resumedDespite;
    }

    private void accept(Saved saved) {
        List<String> differences = saved.identity().differences(identity);
        if (!differences.isEmpty() && !settings.allowDifferences()) {
            PlanException refusal =
                    new PlanException(
                            differences.stream()
                                    .map(text -> difference(saved.number(), text))
                                    .toList());
            try {
                saved.close();
            } catch (IOException e) {
                refusal.addSuppressed(e);
            }
            throw refusal;
        }
        List<String> all = new ArrayList<>(saved.resumedDespite());
        for (String difference : differences) {
            LOG.warn("checkpoint {} is resumed despite {}", saved.number(), difference);
            all.add("checkpoint " + saved.number() + ": " + difference);
        }
        resumedDespite = List.copyOf(all);
    }

    private Problem difference(long number, String text) {
        int colon = text.indexOf(": ");
        return new Problem(
                Problem.Kind.BAD_SETTING,
                text.substring(0, colon),
                text.substring(colon + 2),
                ("use the value of checkpoint %s in %s, use another folder, "
                                + "or allow differences")
                        .formatted(number, folder.path()));
    }

    /**
     * Waits for the last save and releases the folder. Closing again has no effect.
     *
     * @throws OutputException if the last save failed
     */
    @Override
    public synchronized void close() {
        if (writer.isShutdown()) {
            return;
        }
        try {
            flush();
        } finally {
            writer.shutdown();
            close(lock);
        }
    }

    private static void close(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("{}: the lock is released when the process ends", lock.folder(), e);
        }
    }
}
