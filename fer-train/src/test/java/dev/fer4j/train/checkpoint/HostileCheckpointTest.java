package dev.fer4j.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.core.file.Sha256;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints whose digests are right and whose content is meant to do harm. */
class HostileCheckpointTest {

    private static final String IDENTITY = "{\"data\":\"ab12\",\"threads\":\"2\"}";

    @TempDir private Path folder;

    /** By name: what the reason for skipping must contain. */
    private final Map<String, String> reasons = new LinkedHashMap<>();

    @Test
    void nothingThatAFileSaysEndsTheProcess() throws Exception {
        tensors(
                "bf16",
                "{\"a\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[0,2]}}",
                2,
                "BF16");
        tensors(
                "u16",
                "{\"a\":{\"dtype\":\"U16\",\"shape\":[1],\"data_offsets\":[0,2]}}",
                2,
                "U16");
        tensors(
                "dtype",
                "{\"a\":{\"dtype\":\"F7\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                4,
                "F7");
        tensors(
                "shape",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
                8,
                "12");
        tensors(
                "shape-overflow",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}",
                0,
                "larger than any file");
        tensors(
                "overlap",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},"
                        + "\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[2,6]}}",
                6,
                "begins at 2");
        tensors(
                "same-name",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},"
                        + "\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[1,2]}}",
                2,
                "Duplicate");
        tensors("header-depth", "[".repeat(1 << 20), 0, "does not begin");
        tensors("header-nested", "{\"a\":" + "{\"a\":".repeat(1 << 18), 0, "unknown field");
        tensors(
                "header-names",
                "{\"__metadata__\":{" + names(8_000_000, "\"\"") + "\"-\":\"\"}}",
                1,
                "its bytes at 1");
        tensors("digits", "{\"a\":{\"shape\":[" + "1".repeat(1 << 20) + "]}}", 0, "");
        tensorBytes("header-length", header(Long.MAX_VALUE), "9223372036854775807");
        tensorBytes("header-negative", header(-1), "18446744073709551615");
        tensorBytes("header-4gb", header(1L << 32), "4294967296");

        state("state-deep", "{\"a\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}", "depth");
        state("state-digits", "{\"a\":" + "7".repeat(4 << 20) + "}", "length");
        state("state-twice", "{\"a\":1,\"a\":2}", "Duplicate");
        state("state-list", "[1]", "START_ARRAY");
        state("state-nan", "{\"a\":NaN}", "JSON");
        state("state-open", "{\"a\":1", "JSON");
        content("length", manifest("1", "4611686018427387904", "{}"), "4611686018427387904");
        content("number", manifest("1", "99999999999999999999", "{}"), "JSON");
        content("format", manifest("2", "0", "{}"), "format 2");
        content("fields", "{\"format\":1}", "fields");
        content("field", "{\"format\":1,\"x\":" + "{\"x\":".repeat(90), "unknown field");
        content("field-twice", "{\"format\":1,\"format\":1}", "Duplicate");
        content("null", "null", "VALUE_NULL");
        content("nothing", "", "null");
        state("state-names", "{" + names(7 << 20, "0") + "\"0\":1}", "Duplicate");
        tensors(
                "header-tensors",
                "{"
                        + names(
                                8_000_000,
                                "{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}")
                        + "\"__metadata__\":{}}",
                1,
                "its bytes at 1");
        sparse("gigabyte-of-zeros");
        tensorsAreNoFile("folder-for-a-file");

        Child child = Child.run(HostileProgram.class, folder.toString());
        assertThat(child.status()).as("%s", child.lines()).isZero();
        assertThat(child.lines()).endsWith("done");
        reasons.forEach(
                (name, reason) ->
                        assertThat(child.lines())
                                .anySatisfy(
                                        line ->
                                                assertThat(line)
                                                        .startsWith(name + " 1 skipped [Problem")
                                                        .contains("kind=DAMAGED")
                                                        .contains(reason)));
    }

    /** With a harmless checkpoint 1 beside it. */
    private Path place(String name, String reason) {
        reasons.put(name, reason);
        Path place = folder.resolve(name);
        try (CheckpointStore store = CheckpointFixture.open(place)) {
            CheckpointFixture.save(store, 1);
        }
        return place;
    }

    private static byte[] header(long length) {
        return ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
    }

    private void tensors(String name, String header, int data, String reason) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        tensorBytes(
                name,
                ByteBuffer.allocate(Long.BYTES + text.length + data)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(text.length)
                        .put(text)
                        .array(),
                reason);
    }

    private void tensorBytes(String name, byte[] tensors, String reason) throws IOException {
        write(place(name, reason), tensors, manifest("1", tensors, "{}"));
    }

    private void state(String name, String state, String reason) throws IOException {
        content(name, manifest("1", new byte[8], state), reason);
    }

    private void content(String name, String content, String reason) throws IOException {
        write(place(name, reason), new byte[8], content);
    }

    /** As many names as there is room for, none of them twice, the first one 0. */
    private static String names(int length, String value) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; fields.length() < length; i++) {
            fields.append('"').append(Integer.toString(i, 36)).append("\":");
            fields.append(value).append(',');
        }
        return fields.toString();
    }

    private void sparse(String name) throws IOException {
        Path place = place(name, "1073741824 bytes");
        try (RandomAccessFile file =
                new RandomAccessFile(place.resolve("0000000002.json").toFile(), "rw")) {
            file.setLength(1 << 30);
        }
    }

    private void tensorsAreNoFile(String name) throws IOException {
        Path place = place(name, "is not a regular file");
        write(place, new byte[8], manifest("1", new byte[8], "{}"));
        Files.delete(place.resolve("0000000002.safetensors"));
        Files.createDirectory(place.resolve("0000000002.safetensors"));
    }

    private static void write(Path place, byte[] tensors, String content) throws IOException {
        Files.write(place.resolve("0000000002.safetensors"), tensors);
        Files.write(place.resolve("0000000002.json"), ManifestText.seal(content));
    }

    private static String manifest(String format, byte[] tensors, String state) {
        return manifest(format, Long.toString(tensors.length), Sha256.of(tensors), state);
    }

    private static String manifest(String format, String length, String state) {
        return manifest(format, length, Sha256.of(new byte[8]), state);
    }

    private static String manifest(String format, String length, String sha256, String state) {
        return "{\"format\":"
                + format
                + ",\"number\":2,\"tensors\":{\"bytes\":"
                + length
                + ",\"sha256\":\""
                + sha256
                + "\"},\"identity\":"
                + IDENTITY
                + ",\"resumedDespite\":[],\"state\":"
                + state
                + "}";
    }
}
