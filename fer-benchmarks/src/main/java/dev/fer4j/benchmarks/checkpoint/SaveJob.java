package dev.fer4j.benchmarks.checkpoint;

import ai.djl.ndarray.types.Shape;
import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.Seed;
import dev.fer4j.train.checkpoint.CheckpointStore;
import dev.fer4j.train.checkpoint.RunIdentity;
import dev.fer4j.train.checkpoint.Saved;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.checkpoint.Snapshot;
import dev.fer4j.train.weights.Tensor;
import dev.fer4j.train.weights.TensorType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The same bytes, saved as a checkpoint or just written. */
final class SaveJob implements AutoCloseable {

    /** Of the full model with one logit. */
    private static final int PARAMETERS = 20_863_529;

    /** Arrays of the model; of even sizes here. */
    private static final int ARRAYS = 236;

    /** Weights and Adam's two moments. */
    private static final int COPIES = 3;

    private final Path raw;
    private final CheckpointStore store;
    private final Snapshot snapshot;
    private final List<Double> stalls = new ArrayList<>();
    private long number;

    SaveJob(Path folder) {
        raw = folder.resolve("raw");
        RunIdentity identity = new RunIdentity(ImmutableSortedMap.of("threads", "2"));
        store = CheckpointStore.open(folder, identity, Settings.DEFAULT);
        number = store.numbers().stream().findFirst().orElse(0L);
        byte[] values = new byte[PARAMETERS / ARRAYS * Float.BYTES];
        new Seed(1).derive("values").generator().nextBytes(values);
        snapshot =
                new Snapshot(
                        "{}",
                        IntStream.range(0, ARRAYS * COPIES)
                                .mapToObj(i -> tensor("tensor" + i, values))
                                .toList());
    }

    private static Tensor tensor(String name, byte[] values) {
        return new Tensor(
                name,
                TensorType.F32,
                new Shape(values.length / Float.BYTES),
                () -> ByteBuffer.wrap(values));
    }

    long bytes() {
        return snapshot.tensors().stream().mapToLong(Tensor::bytes).sum();
    }

    /** Writes the tensors one after the other, and forces them to disk. */
    void write() {
        try (FileChannel channel =
                FileChannel.open(
                        raw,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            for (Tensor tensor : snapshot.tensors()) {
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

    /** Saves, and waits until the checkpoint is safe. */
    void save() {
        number++;
        long start = System.nanoTime();
        store.save(number, snapshot, () -> {});
        stalls.add((System.nanoTime() - start) / 1e9);
        store.flush();
    }

    /** How long the caller was held in each save, in seconds. */
    List<Double> stalls() {
        return List.copyOf(stalls);
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
    }
}
