package dev.fer4j.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import com.google.common.collect.ImmutableSortedMap;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.tensor.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Small checkpoints whose content follows from their number. */
final class CheckpointFixture {

    static final RunIdentity RUN =
            new RunIdentity(ImmutableSortedMap.of("threads", "2", "data", "ab12"));

    private static final int WEIGHTS = 12;

    private CheckpointFixture() {}

    static Snapshot snapshot(long number) {
        return new Snapshot(
                state(number),
                List.of(
                        new Tensor(
                                "block1.weight",
                                TensorType.F32,
                                new Shape(3, WEIGHTS / 3),
                                () -> weights(number))));
    }

    static String state(long number) {
        return "{\"step\": " + number + ", \"rate\":1.50e-4,\n\"name\":\"é\"}";
    }

    static ByteBuffer weights(long number) {
        byte[] bytes = new byte[WEIGHTS * Float.BYTES];
        new Seed(17).derive("weights", number).generator().nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    static CheckpointStore open(Path folder) {
        return open(folder, new DiskFiles());
    }

    static CheckpointStore open(Path folder, SaveFiles files) {
        return CheckpointStore.open(folder, RUN, Settings.defaults(), files);
    }

    /** Saves and waits. */
    static void save(CheckpointStore store, long number) {
        store.save(number, snapshot(number), () -> {});
        store.flush();
    }

    /** The newest checkpoint's number, after comparing all of it with what was saved under that. */
    static long newest(CheckpointStore store) throws IOException {
        try (Saved saved = store.newest().orElseThrow()) {
            ByteBuffer weights = ByteBuffer.allocate(WEIGHTS * Float.BYTES);
            saved.tensors().read("block1.weight", weights);
            assertThat(weights.flip()).isEqualTo(weights(saved.number()));
            assertThat(saved.tensors().tensors()).hasSize(1);
            assertThat(saved.state()).isEqualTo(state(saved.number()));
            assertThat(saved.identity()).isEqualTo(RUN);
            return saved.number();
        }
    }

    /** Names and digests of the files in a folder, without lock and marker. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    digests.put(file.getFileName().toString(), Sha256.of(file));
                }
            }
        }
        return digests;
    }

    static List<String> names(long... numbers) {
        return LongStream.of(numbers)
                .boxed()
                .flatMap(
                        number ->
                                Stream.of(
                                        String.format(Locale.ROOT, "%010d.json", number),
                                        String.format(Locale.ROOT, "%010d.safetensors", number)))
                .toList();
    }
}
