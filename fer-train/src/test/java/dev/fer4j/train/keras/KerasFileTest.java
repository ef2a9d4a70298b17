package dev.fer4j.train.keras;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.InputException;
import dev.fer4j.train.hdf5.Hdf5Dataset;
import dev.fer4j.train.xception.Fixture;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KerasFileTest {

    @TempDir private Path folder;

    /** The values by layer and role. */
    private static Map<String, List<Object>> values(Path path) throws IOException {
        Map<String, List<Object>> found = new TreeMap<>();
        try (KerasFile file = KerasFile.open(path)) {
            for (KerasWeight weight : file.weights()) {
                found.put(
                        weight.layer() + "/" + weight.role(),
                        List.of(weight.data().shape(), Arrays.hashCode(weight.data().floats())));
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0", "3.6", "2.13"})
    void archivesHaveTheTensorsOfTheLegacyFile(String version) throws IOException {
        Path archive = Fixture.file("xception-" + version + ".keras");
        assertThat(values(archive)).hasSize(110).isEqualTo(values(Fixture.hdf5(folder)));
        try (KerasFile file = KerasFile.open(archive)) {
            assertThat(file.metadata().get("keras_version")).startsWith(version);
            assertThat(file.others())
                    .extracting(Hdf5Dataset::name)
                    .containsExactly("/optimizer/vars/0", "/optimizer/vars/1");
        }
    }

    private Path weights(Map<String, float[]> datasets) {
        Path file = folder.resolve("weights.h5");
        try (WritableHdfFile out = HdfFile.write(file)) {
            WritableGroup layers = out.putGroup("layers");
            Map<String, WritableGroup> groups = new LinkedHashMap<>();
            datasets.forEach(
                    (name, values) -> {
                        String[] parts = name.split("/");
                        groups.computeIfAbsent(
                                        parts[0], layer -> layers.putGroup(layer).putGroup("vars"))
                                .putDataset(parts[1], values);
                    });
        }
        return file;
    }

    private static byte[] config(String... classAndName) {
        StringBuilder layers = new StringBuilder();
        for (int i = 0; i < classAndName.length; i += 2) {
            layers.append(i == 0 ? "" : ",")
                    .append(
                            "{\"class_name\":\"%s\",\"config\":{\"name\":\"%s\",\"center\":%s}}"
                                    .formatted(
                                            classAndName[i],
                                            classAndName[i + 1],
                                            !classAndName[i + 1].startsWith("plain")));
        }
        return ("{\"class_name\":\"Sequential\",\"config\":{\"name\":\"m\",\"layers\":["
                        + layers
                        + "]}}")
                .getBytes(UTF_8);
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("model.keras");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private Path archive(byte[] config, Path weights) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("metadata.json", "{\"keras_version\":\"3.0.0\"}".getBytes(UTF_8));
        entries.put("config.json", config);
        entries.put("model.weights.h5", Files.readAllBytes(weights));
        return zip(entries);
    }

    @Test
    void layersOfAClassGoByNumberAndNotByName() throws IOException {
        Map<String, float[]> datasets = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            datasets.put("batch_normalization" + (i == 0 ? "" : "_" + i) + "/0", new float[] {i});
            datasets.put("batch_normalization" + (i == 0 ? "" : "_" + i) + "/1", new float[] {i});
            datasets.put("batch_normalization" + (i == 0 ? "" : "_" + i) + "/2", new float[] {i});
        }
        String[] config = new String[24];
        for (int i = 0; i < 12; i++) {
            config[2 * i] = "BatchNormalization";
            config[2 * i + 1] = "plain" + (char) ('z' - i);
        }
        try (KerasFile file = KerasFile.open(archive(config(config), weights(datasets)))) {
            for (int i = 0; i < 12; i++) {
                KerasWeight first = file.weights().get(3 * i);
                assertThat(first.name()).isEqualTo("plain" + (char) ('z' - i) + "/gamma");
                assertThat(first.data().floats()).containsExactly(i);
                assertThat(file.weights().get(3 * i + 1).role()).isEqualTo("moving_mean");
            }
        }
    }

    @Test
    void unknownClassesKeepTheNamesOfTheFile() throws IOException {
        Path weights = weights(Map.of("my_layer/0", new float[] {1}, "dense_2/0", new float[] {2}));
        try (KerasFile file = KerasFile.open(archive(config("Other", "x"), weights))) {
            assertThat(file.weights())
                    .extracting(KerasWeight::name)
                    .containsExactlyInAnyOrder("my_layer/vars/0", "dense_2/kernel");
            assertThat(file.weights().get(0).data().shape()).isEqualTo(new Shape(1));
        }
    }

    @Test
    void archivesThatLackOrRepeatEntriesAreRefused() throws IOException {
        Path good = Fixture.file("xception-3.0.keras");
        assertThat(values(good)).isNotEmpty();
        assertRefused(
                zip(Map.of("metadata.json", new byte[1], "config.json", new byte[1])),
                "without model.weights.h5");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("model.weights.h5", new byte[100]);
        assertRefused(zip(entries), "without config.json");
        entries.put("config.json", "{".getBytes(UTF_8));
        assertRefused(zip(entries), "is not JSON");
        entries.put("config.json", "{}".getBytes(UTF_8));
        entries.put("metadata.json", "[]".getBytes(UTF_8));
        assertRefused(zip(entries), "model.weights.h5: cannot be read as HDF5");
        entries.put("../../outside", new byte[1]);
        assertRefused(zip(entries), "leads out of the archive");
        entries.remove("../../outside");
        entries.put("model.weights.hX", new byte[1]);
        Path twice = zip(entries);
        String renamed =
                new String(Files.readAllBytes(twice), ISO_8859_1)
                        .replace("model.weights.hX", "model.weights.h5");
        Files.write(twice, renamed.getBytes(ISO_8859_1));
        assertRefused(twice, "two entries model.weights.h5");
    }

    @Test
    void archivesThatExpandTooMuchAreRefused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("metadata.json", "{}".getBytes(UTF_8));
        entries.put("config.json", new byte[(1 << 24) + 1]);
        entries.put("model.weights.h5", new byte[1]);
        assertRefused(zip(entries), "is longer than");
        byte[] cut = Files.readAllBytes(Fixture.file("xception-3.0.keras"));
        assertRefused(
                Files.write(folder.resolve("cut.keras"), Arrays.copyOf(cut, cut.length - 10)),
                "damaged Keras archive");
    }

    @Test
    void damagedArchivesGiveTypedErrorsOrOtherValues() throws IOException {
        byte[] valid = Files.readAllBytes(Fixture.file("xception-3.6.keras"));
        Path stored = archive(config("Conv2D", "c"), Fixture.hdf5(folder));
        Random random = new Random(12);
        int refused = 0;
        for (int round = 0; round < 120; round++) {
            byte[] bytes = round % 2 == 0 ? valid.clone() : Files.readAllBytes(stored);
            for (int i = 0; i < 1 + round % 7; i++) {
                // The end has the directory.
                int at = random.nextInt(round % 3 == 0 ? 400 : bytes.length);
                bytes[round % 4 == 0 ? bytes.length - 1 - at : at] = (byte) random.nextInt();
            }
            try {
                values(Files.write(folder.resolve("damaged.keras"), bytes));
            } catch (InputException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(60);
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> KerasFile.open(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(why);
    }
}
