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

/** The state of a training, saved as a checkpoint or just written. To be used on its thread. */
final class SaveJob implements AutoCloseable {

    private final Supplier<CapturedState> training;
    private final CapturedState kept;
    private final double firstCapture;
    private final Path raw;
    private final CheckpointStore store;
    private final List<Double> captures = new ArrayList<>();
    private long number;

    /**
     * For a training that waits.
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

    /** What a training waits for when a checkpoint is due: copies, and a thread that takes them. */
    void handOver() {
        long start = System.nanoTime();
        CapturedState captured = training.get();
        captures.add((System.nanoTime() - start) / 1e9);
        number++;
        store.save(number, new Snapshot(captured.json(), captured.tensors()), captured::close);
    }

    /** How long the copies took, in the last so many times that a state was handed over. */
    Timings captures(int last) {
        return new Timings("copies", captures.subList(captures.size() - last, captures.size()));
    }

    /** How long the copies took the first time, when there was no memory for them. */
    double firstCapture() {
        return firstCapture;
    }

    /** Saves, and waits until the checkpoint is safe. */
    void save() {
        number++;
        store.save(number, new Snapshot(kept.json(), kept.tensors()), () -> {});
        store.flush();
    }

    /** Waits until nothing is left to be written. */
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
