package dev.fer4j.train.tensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {

    @TempDir private Path folder;

    private Path valid() throws IOException {
        Path file = folder.resolve("valid.safetensors");
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            SafetensorsWriter.write(
                    file,
                    Map.of("who", "tests", "ä", "ö"),
                    List.of(
                            Tensor.of(
                                    "b",
                                    manager.create(new float[] {1, -2, 3, 4}, new Shape(2, 2))),
                            new Tensor(
                                    "a.count",
                                    TensorType.I64,
                                    new Shape(),
                                    () -> ByteBuffer.wrap(new byte[] {7, 0, 0, 0, 0, 0, 0, 1})),
                            Tensor.of("empty", manager.create(new Shape(0, 5))),
                            Tensor.of("c", manager.create(new float[] {0.5f}))));
        }
        return file;
    }

    private Path file(String header, int bytes) throws IOException {
        return file(header.getBytes(UTF_8), header.getBytes(UTF_8).length, bytes);
    }

    private Path file(byte[] header, long length, int bytes) throws IOException {
        Path file = folder.resolve("made.safetensors");
        Files.write(
                file,
                ByteBuffer.allocate(8 + header.length + bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(length)
                        .put(header)
                        .array());
        return file;
    }

    private static Map<String, float[]> floats(Path path) throws IOException {
        Map<String, float[]> values = new LinkedHashMap<>();
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            for (TensorInfo info : file.tensors().values()) {
                if (info.type() == TensorType.F32) {
                    values.put(info.name(), file.readFloats(info.name()));
                }
            }
        }
        return values;
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(valid())) {
            assertThat(file.metadata()).isEqualTo(Map.of("who", "tests", "ä", "ö"));
            assertThat(file.tensors().keySet()).containsExactly("b", "a.count", "empty", "c");
            assertThat(file.tensors().get("b").shape()).isEqualTo(new Shape(2, 2));
            assertThat(file.readFloats("b")).containsExactly(1, -2, 3, 4);
            assertThat(file.readFloats("empty")).isEmpty();
            ByteBuffer count = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
            file.read("a.count", count);
            assertThat(count.position()).isEqualTo(8);
            assertThat(count.getLong(0)).isEqualTo((1L << 56) + 7);
            assertThatThrownBy(() -> file.readFloats("a.count")).hasMessageContaining("I64");
            assertThatThrownBy(() -> file.readFloats("d")).hasMessageContaining("d");
        }
    }

    @Test
    void bytesAreThoseOfTheFormat() throws IOException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Path file = folder.resolve("one.safetensors");
            SafetensorsWriter.write(
                    file, Map.of(), List.of(Tensor.of("x", manager.create(new float[] {1.5f}))));
            String header = "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
            byte[] bytes = Files.readAllBytes(file);
            long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
            assertThat(length % 8).isZero();
            assertThat(new String(bytes, 8, (int) length, UTF_8).stripTrailing()).isEqualTo(header);
            assertThat(Arrays.copyOfRange(bytes, 8 + (int) length, bytes.length))
                    .containsExactly(0, 0, 0xC0, 0x3F);
        }
    }

    @Test
    void largeTensorsAreReadInPieces() throws IOException {
        float[] values = new float[700_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Path file = folder.resolve("large.safetensors");
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            SafetensorsWriter.write(
                    file, Map.of(), List.of(Tensor.of("x", manager.create(values))));
        }
        assertThat(floats(file).get("x")).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}; 12; 'end at 8, its bytes"
                        + " at 12'",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}; 4; 'end at 8, its bytes at"
                        + " 4'",
                "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}; 8; should have 12 bytes",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}; 8; should have 8 bytes",
                "{'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}; 8; 0 or more",
                "{'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}; 8; 0 or more",
                "{'a':{'dtype':'F32','shape':[[2]],'data_offsets':[0,8]}}; 8; 0 or more",
                "{'a':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,2],'data_offsets':[0,8]}}; 8; at most"
                        + " 8",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4,8]}}; 8; at most 2",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[8]}}; 8; two data_offsets",
                "{'a':{'dtype':'F32','shape':[2]}}; 8; two data_offsets",
                "{'a':{'shape':[2],'data_offsets':[0,8]}}; 8; one dtype",
                "{'a':{'dtype':'BF16','shape':[4],'data_offsets':[0,8]}}; 8; BF16",
                "{'a':{'dtype':'U16','shape':[4],'data_offsets':[0,8]}}; 8; U16",
                "{'a':{'dtype':5,'shape':[2],'data_offsets':[0,8]}}; 8; not a text",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'x':1}}; 8; unknown field"
                        + " 'x'",
                "{'':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}; 8; no name",
                "{'a':{'dtype':'F32','shape':[4611686018427387904,4],'data_offsets':[0,8]}}; 8;"
                        + " larger than any",
                "{'a':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,8]}}; 8; not"
                        + " JSON",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}};"
                    + " 8; previous one ends at 4",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}; 8; previous one ends at 0",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}};"
                    + " 8; Duplicate",
                "{'a':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}}; 8;"
                        + " Duplicate",
                "{'__metadata__':{'a':1}}; 0; not a text",
                "{'__metadata__':[]}; 0; not an object",
                "{'a':5}; 0; not an object",
                "{} {}; 0; more than one",
                "{'a'; 0; not JSON",
                "[]; 0; does not begin"
            })
    void headersThatDoNotHoldAreRefused(String header, int bytes, String says) throws IOException {
        Path file = file(header.replace('\'', '"'), bytes);
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("made.safetensors")
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 1 << 20, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void lengthsOfHeadersAreComparedWithTheFile(long length) throws IOException {
        Path file = file("{}".getBytes(UTF_8), length, 0);
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("header");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        assertThatThrownBy(() -> SafetensorsFile.open(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not a regular file");
        Path file = folder.resolve("short");
        Files.write(file, new byte[7]);
        assertThatThrownBy(() -> SafetensorsFile.open(file)).hasMessageContaining("7 bytes");
        byte[] noText = {'{', (byte) 0xFF, '}'};
        Path binary = file(noText, 3, 0);
        assertThatThrownBy(() -> SafetensorsFile.open(binary)).hasMessageContaining("UTF-8");
    }

    @Test
    void headersOfManyTensorsAreRefusedBeforeTheyAreWritten() {
        Tensor longName =
                new Tensor(
                        "x".repeat(SafetensorsFile.LONGEST_HEADER),
                        TensorType.U8,
                        new Shape(0),
                        () -> ByteBuffer.allocate(0));
        Path file = folder.resolve("none");
        assertThatThrownBy(() -> SafetensorsWriter.write(file, Map.of(), List.of(longName)))
                .isInstanceOf(IllegalArgumentException.class);
        Tensor tensor = new Tensor("x", TensorType.U8, new Shape(0), () -> ByteBuffer.allocate(0));
        assertThatThrownBy(() -> SafetensorsWriter.write(file, Map.of(), List.of(tensor, tensor)))
                .hasMessageContaining("twice");
        assertThat(file).doesNotExist();
    }

    /** The same tensors, or a typed error: never other values under a header that is the same. */
    @Test
    void damageToAnythingButValuesIsFoundOrHarmless() throws IOException {
        byte[] valid = Files.readAllBytes(valid());
        Map<String, float[]> expected = floats(folder.resolve("valid.safetensors"));
        int headerEnd = 8 + (int) ByteBuffer.wrap(valid).order(ByteOrder.LITTLE_ENDIAN).getLong();
        Path file = folder.resolve("damaged");
        Random random = new Random(4);
        int refused = 0;
        int read = 0;
        for (int round = 0; round < 2000; round++) {
            Files.write(file, damaged(valid, headerEnd, random));
            try {
                Map<String, float[]> found = floats(file);
                read++;
                // Names may have changed; sizes and values of what is left may not.
                found.forEach(
                        (name, values) -> {
                            if (expected.containsKey(name)
                                    && expected.get(name).length == values.length) {
                                assertThat(values).isEqualTo(expected.get(name));
                            }
                        });
            } catch (InputException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1250);
        assertThat(read).isGreaterThan(50);
    }

    private static byte[] damaged(byte[] valid, int headerEnd, Random random) {
        byte[] bytes = valid.clone();
        switch (random.nextInt(5)) {
            case 0 -> bytes[random.nextInt(headerEnd)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(20));
            case 3 -> {
                for (int i = 0; i < 6; i++) {
                    bytes[8 + random.nextInt(headerEnd - 8)] =
                            (byte) " {}[],:\"0917aF".charAt(random.nextInt(14));
                }
            }
            default -> {
                // A digit becomes another one.
                int at = 8;
                do {
                    at = 8 + random.nextInt(headerEnd - 8);
                } while (!Character.isDigit(bytes[at]));
                bytes[at] = (byte) ('0' + random.nextInt(10));
            }
        }
        return bytes;
    }
}
