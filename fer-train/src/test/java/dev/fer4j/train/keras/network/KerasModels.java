package dev.fer4j.train.keras.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.weights.KerasWriting;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.weights.WeightsReport;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Small models with every kind of layer, and what PyTorch makes of them in float64. Made by
 *
 * <pre>
 * /usr/bin/python3 fer-benchmarks/peers/keras_torch.py fixtures fer-train/src/test/resources/keras
 * </pre>
 *
 * with Debian 12's python3-torch 1.13.0 and python3-h5py 3.7.0. The weights are not stored: both
 * sides make them by a formula; the files are written here.
 */
final class KerasModels {

    private static final Path FILE = Path.of("src/test/resources/keras/keras.json");

    private record All(String made, String torch, List<Case> cases) {}

    /** A weight, whose values are uniform about the offset. */
    record Weight(String layer, String name, List<Long> shape, float scale, float offset) {

        KerasWriting.Weight values(int place) {
            Shape all = new Shape(shape);
            List<Float> values = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                values.add((float) (uniform(i + 7919 * place) * scale + offset));
            }
            return new KerasWriting.Weight(name, all, values);
        }

        private static double uniform(int index) {
            int mixed = index * (int) 2654435761L;
            mixed ^= mixed >>> 16;
            mixed *= (int) 2246822519L;
            mixed ^= mixed >>> 13;
            return (mixed >>> 8) / (double) (1 << 24) - 0.5;
        }
    }

    /**
     * A model.
     *
     * @param config its configuration as Keras 1 or 2 writes it
     * @param config3 as Keras 3 does
     * @param layers the names of its layers
     * @param logits of two images
     * @param outputs with the last activation
     * @param slopes for each weight, the sum of its values times the gradient of the sum of logits
     */
    record Case(
            String name,
            String config,
            String config3,
            List<String> layers,
            List<Weight> weights,
            int size,
            int channels,
            List<List<Double>> logits,
            List<List<Double>> outputs,
            List<Double> slopes) {

        @Override
        public String toString() {
            return name;
        }

        /** Returns a copy with another configuration of Keras 2. */
        Case with(String otherConfig) {
            return new Case(
                    name,
                    otherConfig,
                    config3,
                    layers,
                    weights,
                    size,
                    channels,
                    logits,
                    outputs,
                    slopes);
        }

        /** Returns a copy with other weights. */
        Case with(List<Weight> others) {
            return new Case(
                    name, config, config3, layers, others, size, channels, logits, outputs, slopes);
        }

        /** Writes a whole-model file of Keras 2. */
        Path hdf5(Path folder) {
            Path file = folder.resolve(name + ".h5");
            try (WritableHdfFile out = HdfFile.write(file)) {
                out.putAttribute("model_config", config);
                WritableGroup root = out.putGroup("model_weights");
                // jHDF's writer loses its place after a group without children.
                List<String> filled =
                        layers.stream().filter(layer -> !own(layer).isEmpty()).toList();
                root.putAttribute("layer_names", filled.toArray(String[]::new));
                root.putAttribute("backend", "tensorflow");
                for (String layer : filled) {
                    WritableGroup group = root.putGroup(layer);
                    List<KerasWriting.Weight> own = own(layer);
                    group.putAttribute(
                            "weight_names",
                            own.stream().map(KerasWriting.Weight::name).toArray(String[]::new));
                    own.forEach(weight -> KerasWriting.put(group, weight));
                }
            }
            return file;
        }

        /** Writes an archive of Keras 3. */
        Path archive(Path folder) throws IOException {
            Path inner = folder.resolve(name + ".weights.h5");
            JsonNode tree = Json.parse(config3, JsonNode.class, name);
            try (WritableHdfFile out = HdfFile.write(inner)) {
                WritableGroup root = out.putGroup("layers");
                Map<String, Integer> numbers = new HashMap<>();
                for (JsonNode layer : tree.path("config").path("layers")) {
                    String type = snake(layer.path("class_name").asText());
                    int number = numbers.merge(type, 1, Integer::sum) - 1;
                    List<KerasWriting.Weight> own = own(layer.path("config").path("name").asText());
                    if (own.isEmpty()) {
                        continue;
                    }
                    WritableGroup group =
                            root.putGroup(type + (number == 0 ? "" : "_" + number))
                                    .putGroup("vars");
                    for (int i = 0; i < own.size(); i++) {
                        KerasWriting.Weight weight = own.get(i);
                        KerasWriting.put(
                                group,
                                new KerasWriting.Weight("" + i, weight.shape(), weight.values()));
                    }
                }
            }
            Path file = folder.resolve(name + ".keras");
            Map<String, byte[]> entries = new LinkedHashMap<>();
            entries.put("metadata.json", "{\"keras_version\": \"3.3.3\"}".getBytes(UTF_8));
            entries.put("config.json", config3.getBytes(UTF_8));
            entries.put("model.weights.h5", Files.readAllBytes(inner));
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
            return file;
        }

        private static String snake(String type) {
            return type.replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                    .replaceAll("([a-z])([A-Z])", "$1_$2")
                    .toLowerCase(Locale.ROOT);
        }

        private List<KerasWriting.Weight> own(String layer) {
            List<KerasWriting.Weight> own = new ArrayList<>();
            for (int i = 0; i < weights.size(); i++) {
                if (weights.get(i).layer().equals(layer)) {
                    own.add(weights.get(i).values(i));
                }
            }
            return own;
        }

        /** The network of a file, for images in [−1, 1]. */
        static KerasNetwork network(Path file) throws IOException {
            return KerasNetwork.read(file).withRange(PixelRange.MINUS_ONE_TO_ONE);
        }
    }

    /** A network with the weights of a file. */
    record Loaded(KerasNetwork network, StagedBlock block, WeightsReport report) {

        static Loaded of(Path file, NDManager manager) throws IOException {
            KerasNetwork network = Case.network(file);
            StagedBlock block = initialized(network, manager);
            WeightsReport report = WeightsFile.trained(file).load(network, block);
            return new Loaded(network, block, report);
        }
    }

    private KerasModels() {}

    static StagedBlock initialized(KerasNetwork network, NDManager manager) {
        StagedBlock block = network.build(new Seed(1));
        block.initialize(
                manager, DataType.FLOAT32, new Shape(2, 3, network.size(), network.size()));
        return block;
    }

    static List<Case> all() throws IOException {
        return Json.read(FILE, All.class).cases();
    }

    static Case named(String name) throws IOException {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
