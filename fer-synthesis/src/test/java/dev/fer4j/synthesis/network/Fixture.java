package dev.fer4j.synthesis.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.core.Seed;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.tensor.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What PyTorch makes of small layers and networks. All of it was made by
 *
 * <pre>
 * /usr/bin/python3 fer-synthesis/src/test/python/stylegan2_torch.py fixtures fer-synthesis/src/test/resources/stylegan2
 * </pre>
 *
 * with Debian 12's python3-torch 1.13.0.
 */
public final class Fixture {

    private static final Path FOLDER = Path.of("src/test/resources/stylegan2");

    /** Sizes of the networks. */
    public static final StyleGan2Config CONFIG =
            StyleGan2Config.published(16)
                    .withChannels(128, 12)
                    .withDimensions(10, 10)
                    .withMappingLayers(3);

    /** Tensors by name. */
    private final Map<String, float[]> values = new LinkedHashMap<>();

    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private Fixture(String file) throws IOException {
        try (SafetensorsFile tensors = SafetensorsFile.open(FOLDER.resolve(file))) {
            for (String name : tensors.tensors().keySet()) {
                values.put(name, tensors.readFloats(name));
                shapes.put(name, tensors.tensors().get(name).shape());
            }
        }
    }

    /** Single layers. */
    static Fixture layers() throws IOException {
        return new Fixture("layers.safetensors");
    }

    /** A generator and a discriminator. */
    public static Fixture networks() throws IOException {
        return new Fixture("networks.safetensors");
    }

    /** Names and values of tensors whose names begin so, without that beginning. */
    public Map<String, float[]> below(String prefix) {
        Map<String, float[]> found = new LinkedHashMap<>();
        values.forEach(
                (name, tensor) -> {
                    if (name.startsWith(prefix)) {
                        found.put(name.substring(prefix.length()), tensor);
                    }
                });
        return found;
    }

    /** A tensor's values. */
    public float[] values(String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow();
    }

    /** A tensor's shape. */
    public Shape shape(String name) {
        return Optional.ofNullable(shapes.get(name)).orElseThrow();
    }

    /** A tensor. */
    public NDArray array(NDManager manager, String name) {
        return manager.create(values(name), shape(name));
    }

    /** Sets parameters to the tensors of the same names after a prefix. */
    public void load(String prefix, Map<String, Parameter> parameters) {
        GradientMode.off(
                () -> {
                    parameters.forEach(
                            (path, parameter) -> {
                                NDArray array = parameter.getArray();
                                try (NDManager scratch = array.getManager().newSubManager()) {
                                    assertThat(shape(prefix + path))
                                            .as(path)
                                            .isEqualTo(array.getShape());
                                    array.set(
                                            new NDIndex("..."),
                                            array(scratch, prefix + path)
                                                    .toType(array.getDataType(), false));
                                }
                            });
                    return parameters;
                });
    }

    /** The fixture's generator. */
    public Generator generator(NDManager manager) {
        Generator generator = Generator.create(manager, CONFIG, new Seed(1));
        load("generator/", generator.parameters());
        return generator;
    }

    /** The fixture's discriminator. */
    public Discriminator discriminator(NDManager manager) {
        Discriminator discriminator = Discriminator.create(manager, CONFIG, new Seed(1));
        load("discriminator/", discriminator.parameters());
        return discriminator;
    }

    /** The largest difference, by the largest expected value. */
    public static void assertClose(
            String name, NDArray actual, float[] expected, double tolerance) {
        float[] found = actual.toFloatArray();
        assertThat(found).as(name).hasSameSizeAs(expected);
        double difference = 0;
        double largest = 1e-12;
        for (int i = 0; i < found.length; i++) {
            difference = Math.max(difference, Math.abs((double) found[i] - expected[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        assertThat(difference / largest).as(name).isLessThan(tolerance);
    }
}
