package dev.fer4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import dev.fer4j.core.design.TrainingHistory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read back by a decoder of its own, whose checksum is Guava's. */
class TensorBoardFileTest {

    @TempDir private Path folder;

    @Test
    void hasAnEventForEachEpochWithItsScalars() throws IOException {
        TrainingHistory history =
                new TrainingHistory(
                        List.of(
                                new TrainingHistory.Epoch(1, 0.5, 0.7, 0.6, 0.75, 0.25),
                                new TrainingHistory.Epoch(
                                        2,
                                        0.25,
                                        0.5,
                                        0.75,
                                        Optional.of(0.875),
                                        0.625,
                                        0.5,
                                        Optional.of(1.0))),
                        2);
        Path file = folder.resolve("events.out.tfevents.1.fer4j");
        TensorBoardFile.write(file, history);

        List<byte[]> records = records(Files.readAllBytes(file));
        assertThat(records).hasSize(3);
        assertThat(new String(records.get(0), StandardCharsets.UTF_8)).contains("brain.Event:2");
        Map<Integer, Object> second = fields(records.get(2));
        assertThat(second).containsEntry(1, 2.0).containsEntry(2, 2L);
        assertThat(scalars((byte[]) second.get(5)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "learning_rate", 0.25f,
                                "train/loss", 0.5f,
                                "train/accuracy", 0.75f,
                                "train/auc", 0.875f,
                                "validation/loss", 0.625f,
                                "validation/accuracy", 0.5f,
                                "validation/auc", 1f));
        assertThat(scalars((byte[]) fields(records.get(1)).get(5)))
                .hasSize(5)
                .doesNotContainKey("train/auc");
    }

    private static List<byte[]> records(byte[] file) {
        List<byte[]> records = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            byte[] length = new byte[8];
            in.get(length);
            assertThat(in.getInt()).isEqualTo(masked(length));
            byte[] data =
                    new byte
                            [(int)
                                    ByteBuffer.wrap(length)
                                            .order(ByteOrder.LITTLE_ENDIAN)
                                            .getLong()];
            in.get(data);
            assertThat(in.getInt()).isEqualTo(masked(data));
            records.add(data);
        }
        return records;
    }

    private static int masked(byte[] data) {
        int crc = Hashing.crc32c().hashBytes(data).asInt();
        return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    }

    private static Map<String, Float> scalars(byte[] summary) {
        Map<String, Float> scalars = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(summary).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            assertThat(varint(in)).isEqualTo(10);
            byte[] value = new byte[(int) varint(in)];
            in.get(value);
            Map<Integer, Object> fields = fields(value);
            scalars.put(
                    new String((byte[]) fields.get(1), StandardCharsets.UTF_8),
                    (Float) fields.get(2));
        }
        return scalars;
    }

    private static Map<Integer, Object> fields(byte[] message) {
        Map<Integer, Object> fields = new LinkedHashMap<>();
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key & 7) {
                case 0 -> fields.put(key >> 3, varint(in));
                case 1 -> fields.put(key >> 3, in.getDouble());
                case 5 -> fields.put(key >> 3, in.getFloat());
                case 2 -> {
                    byte[] data = new byte[(int) varint(in)];
                    in.get(data);
                    fields.put(key >> 3, data);
                }
                default -> throw new AssertionError("wire type " + (key & 7));
            }
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
