package dev.fer4j.benchmarks.checkpoint;

import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.benchmarks.Timings;
import dev.fer4j.train.checkpoint.CheckpointStore;
import dev.fer4j.train.checkpoint.RunIdentity;
import dev.fer4j.train.checkpoint.Saved;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.checkpoint.Snapshot;
import dev.fer4j.train.state.CapturedState;
import dev.fer4j.train.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Saves the state of a training as a checkpoint, or just writes it. To be used on the training's
 * thread.
 */
final class SaveJob implements AutoCloseable {

    private final Supplier<CapturedState> training;
    private final CapturedState kept;
    private final double firstCapture;
    private final Path raw;
    private final CheckpointStore store;
    private final List<Double> captures = new ArrayList<>();
    private long number;

    /**
     * Creates a job for a paused training.
     *
     * @param training copies its state
     */
    SaveJob(Path folder, Supplier<CapturedState> training) {
        this.training = training;
        long start = System.nanoTime();
        kept = training.get();
        firstCapture = (System.nanoTime() - start) / 1e9;
        raw = folder.resolve("raw");
        RunIdentity identity = new RunIdentity(ImmutableSortedMap.of("threads", "2"));
        store = CheckpointStore.open(folder, identity, Settings.defaults());
        number = store.numbers().stream().findFirst().orElse(0L);
    }

    int tensors() {
        return kept.tensors().size();
    }

    long bytes() {
        return kept.tensors().stream().mapToLong(Tensor::bytes).sum();
    }

    /** Writes the tensors one after the other, and forces them to disk. */
    void write() {
        try (FileChannel channel =
                FileChannel.open(
                        raw,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            for (Tensor tensor : kept.tensors()) {
                ByteBuffer data = tensor.data().get();
                while (data.hasRemaining()) {
                    channel.write(data);
                }
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Does what a training waits for when a checkpoint is due: copies the state and hands it to the
     * writing thread.
     */
    void handOver() {
        long start = System.nanoTime();
        CapturedState captured = training.get();
        captures.add((System.nanoTime() - start) / 1e9);
        number++;
        store.save(number, new Snapshot(captured.json(), captured.tensors()), captured::close);
    }

    /** The durations of copying in the last hand-overs. */
    Timings captures(int last) {
        return new Timings("copies", captures.subList(captures.size() - last, captures.size()));
    }

    /** The duration of the first copy, which had to allocate memory. */
    double firstCapture() {
        return firstCapture;
    }

    /** Saves a checkpoint and waits until it is on disk. */
    void save() {
        number++;
        store.save(number, new Snapshot(kept.json(), kept.tensors()), () -> {});
        store.flush();
    }

    /** Waits until all writing is done. */
    void flush() {
        store.flush();
    }

    /** Finds the newest checkpoint and verifies all of it. */
    void find() {
        try (Saved saved = store.newest().orElseThrow()) {
            if (saved.number() != number) {
                throw new IllegalStateException("found " + saved.number());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        store.close();
        kept.close();
    }
}
