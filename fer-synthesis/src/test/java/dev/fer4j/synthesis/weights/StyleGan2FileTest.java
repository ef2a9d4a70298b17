package dev.fer4j.synthesis.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.synthesis.network.Fixture;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.GeneratorNoise;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.tensor.SafetensorsWriter;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.tensor.TensorType;
import dev.fer4j.train.weights.WeightFormat;
import dev.fer4j.train.weights.WeightOutcome;
import dev.fer4j.train.weights.WeightsReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleGan2FileTest {

    /**
     * Names of rosinality's stylegan2-pytorch at 16 px, and the axes of length 1 they begin with.
     */
    private static final String NUMBERED_GENERATOR =
            """
            style.1.weight mapping.fc0.weight
            style.1.bias mapping.fc0.bias
            style.2.weight mapping.fc1.weight
            style.2.bias mapping.fc1.bias
            style.3.weight mapping.fc2.weight
            style.3.bias mapping.fc2.bias
            input.input synthesis.b4.const 1
            conv1.conv.weight synthesis.b4.conv1.weight 1
            conv1.conv.modulation.weight synthesis.b4.conv1.affine.weight
            conv1.conv.modulation.bias synthesis.b4.conv1.affine.bias
            conv1.noise.weight synthesis.b4.conv1.noise_strength 1
            conv1.activate.bias synthesis.b4.conv1.bias
            to_rgb1.bias synthesis.b4.torgb.bias 1
            to_rgb1.conv.weight synthesis.b4.torgb.weight 1
            to_rgb1.conv.modulation.weight synthesis.b4.torgb.affine.weight
            to_rgb1.conv.modulation.bias synthesis.b4.torgb.affine.bias
            convs.0.conv.weight synthesis.b8.conv0.weight 1
            convs.0.conv.modulation.weight synthesis.b8.conv0.affine.weight
            convs.0.conv.modulation.bias synthesis.b8.conv0.affine.bias
            convs.0.noise.weight synthesis.b8.conv0.noise_strength 1
            convs.0.activate.bias synthesis.b8.conv0.bias
            convs.1.conv.weight synthesis.b8.conv1.weight 1
            convs.1.conv.modulation.weight synthesis.b8.conv1.affine.weight
            convs.1.conv.modulation.bias synthesis.b8.conv1.affine.bias
            convs.1.noise.weight synthesis.b8.conv1.noise_strength 1
            convs.1.activate.bias synthesis.b8.conv1.bias
            convs.2.conv.weight synthesis.b16.conv0.weight 1
            convs.2.conv.modulation.weight synthesis.b16.conv0.affine.weight
            convs.2.conv.modulation.bias synthesis.b16.conv0.affine.bias
            convs.2.noise.weight synthesis.b16.conv0.noise_strength 1
            convs.2.activate.bias synthesis.b16.conv0.bias
            convs.3.conv.weight synthesis.b16.conv1.weight 1
            convs.3.conv.modulation.weight synthesis.b16.conv1.affine.weight
            convs.3.conv.modulation.bias synthesis.b16.conv1.affine.bias
            convs.3.noise.weight synthesis.b16.conv1.noise_strength 1
            convs.3.activate.bias synthesis.b16.conv1.bias
            to_rgbs.0.bias synthesis.b8.torgb.bias 1
            to_rgbs.0.conv.weight synthesis.b8.torgb.weight 1
            to_rgbs.0.conv.modulation.weight synthesis.b8.torgb.affine.weight
            to_rgbs.0.conv.modulation.bias synthesis.b8.torgb.affine.bias
            to_rgbs.1.bias synthesis.b16.torgb.bias 1
            to_rgbs.1.conv.weight synthesis.b16.torgb.weight 1
            to_rgbs.1.conv.modulation.weight synthesis.b16.torgb.affine.weight
            to_rgbs.1.conv.modulation.bias synthesis.b16.torgb.affine.bias
            noises.noise_0 synthesis.b4.conv1.noise_const 2
            noises.noise_1 synthesis.b8.conv0.noise_const 2
            noises.noise_2 synthesis.b8.conv1.noise_const 2
            noises.noise_3 synthesis.b16.conv0.noise_const 2
            noises.noise_4 synthesis.b16.conv1.noise_const 2
            """;

    private static final String NUMBERED_DISCRIMINATOR =
            """
            convs.0.0.weight b16.fromrgb.weight
            convs.0.1.bias b16.fromrgb.bias
            convs.1.conv1.0.weight b16.conv0.weight
            convs.1.conv1.1.bias b16.conv0.bias
            convs.1.conv2.1.weight b16.conv1.weight
            convs.1.conv2.2.bias b16.conv1.bias
            convs.1.skip.1.weight b16.skip.weight
            convs.2.conv1.0.weight b8.conv0.weight
            convs.2.conv1.1.bias b8.conv0.bias
            convs.2.conv2.1.weight b8.conv1.weight
            convs.2.conv2.2.bias b8.conv1.bias
            convs.2.skip.1.weight b8.skip.weight
            final_conv.0.weight b4.conv.weight
            final_conv.1.bias b4.conv.bias
            final_linear.0.weight b4.fc.weight
            final_linear.0.bias b4.fc.bias
            final_linear.1.weight b4.out.weight
            final_linear.1.bias b4.out.bias
            """;

    @TempDir private Path folder;

    private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    private Fixture fixture;
    private Generator generator;
    private Discriminator discriminator;

    @BeforeEach
    void load() throws IOException {
        fixture = Fixture.networks();
        generator = fixture.generator(manager);
        discriminator = fixture.discriminator(manager);
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        StyleGan2File file = new StyleGan2File(folder.resolve("both.safetensors"));
        file.write(generator, Optional.of(discriminator), Map.of("trained on", "nothing"));

        assertThat(file.generatorConfig()).isEqualTo(Fixture.CONFIG);
        assertThat(file.discriminatorConfig()).isEqualTo(Fixture.CONFIG);
        assertThat(file.hasDiscriminator()).isTrue();
        try (LoadedGenerator loaded = LoadedGenerator.of(file.path(), DeviceChoice.CPU)) {
            assertThat(loaded.generator().config()).isEqualTo(Fixture.CONFIG);
            assertThat(loaded.discriminator()).isPresent();
            assertThat(loaded.name())
                    .isEqualTo("stylegan2-fer4j-" + loaded.digest().substring(0, 12));
        }
        StyleGan2File alone = new StyleGan2File(folder.resolve("alone.safetensors"));
        alone.write(generator, Optional.empty(), Map.of());
        assertThat(alone.hasDiscriminator()).isFalse();
        try (LoadedGenerator loaded = LoadedGenerator.of(alone.path(), DeviceChoice.CPU)) {
            assertThat(loaded.discriminator()).isEmpty();
        }
        Generator other = other();
        WeightsReport report = file.load(other);
        assertThat(report.format()).isEqualTo(WeightFormat.STYLEGAN2_ADA_PYTORCH);
        assertThat(report.count(WeightOutcome.LOADED)).isEqualTo(generator.parameters().size());
        assertThat(report.metadata()).containsEntry("trained on", "nothing");
        assertThat(report.notes())
                .containsExactly(
                        discriminator.parameters().size() + " tensors belong to other networks");
        assertEqual(other.parameters(), generator.parameters());
        Discriminator otherDiscriminator =
                Discriminator.create(manager, Fixture.CONFIG, new Seed(9));
        file.load(otherDiscriminator);
        assertEqual(otherDiscriminator.parameters(), discriminator.parameters());
    }

    @Test
    void numberedNamesAreRead() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        add(tensors, "g_ema.", NUMBERED_GENERATOR, "generator/");
        add(tensors, "d.", NUMBERED_DISCRIMINATOR, "discriminator/");
        put(tensors, "g_ema.convs.0.conv.blur.kernel", new float[16], new Shape(4, 4));
        put(tensors, "g_ema.to_rgbs.0.upsample.kernel", new float[16], new Shape(4, 4));
        put(tensors, "d.convs.1.skip.0.kernel", new float[16], new Shape(4, 4));
        put(tensors, "latent_avg", fixture.values("generator/mapping.w_avg"), new Shape(10));
        StyleGan2File file = write(tensors);

        assertThat(file.generatorConfig()).isEqualTo(Fixture.CONFIG);
        assertThat(file.discriminatorConfig().withDimensions(10, 10).withMappingLayers(3))
                .isEqualTo(Fixture.CONFIG);
        Generator other = other();
        WeightsReport report = file.load(other);
        assertThat(report.format()).isEqualTo(WeightFormat.STYLEGAN2_PYTORCH);
        assertThat(report.count(WeightOutcome.SKIPPED)).isEqualTo(2);
        assertEqual(other.parameters(), generator.parameters());
        GradientMode.off(
                () -> {
                    NDArray styles = other.styles(fixture.array(manager, "z"), Truncation.NONE);
                    NDArray images =
                            other.synthesis().forward(styles, new GeneratorNoise.Constant());
                    Fixture.assertClose("images", images, fixture.values("images"), 1e-4);
                    return images;
                });
        Discriminator otherDiscriminator =
                Discriminator.create(manager, Fixture.CONFIG, new Seed(9));
        file.load(otherDiscriminator);
        assertEqual(otherDiscriminator.parameters(), discriminator.parameters());
    }

    @Test
    void aMissingAverageIsEstimatedAndMissingNoiseKept() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        add(tensors, "", NUMBERED_GENERATOR, "generator/");
        tensors.keySet().removeIf(name -> name.startsWith("noises."));
        Generator other = other();
        WeightsReport report = write(tensors).load(other);
        assertThat(report.count(WeightOutcome.KEPT)).isEqualTo(6);
        other.estimateAverage(new Seed(0), 10_000);
        float[] again = other.average().toFloatArray();
        write(tensors).load(other);
        assertThat(other.average().toFloatArray()).containsExactly(again);
        assertThat(again).doesNotContain(0);
    }

    @Test
    void ourNamesAreReadWithoutAPrefix() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        fixture.below("generator/")
                .forEach(
                        (name, values) ->
                                put(tensors, name, values, fixture.shape("generator/" + name)));
        put(tensors, "synthesis.b8.conv0.resample_filter", new float[16], new Shape(4, 4));
        Generator other = other();
        assertThat(write(tensors).load(other).count(WeightOutcome.SKIPPED)).isEqualTo(1);
        assertEqual(other.parameters(), generator.parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"module.", "module.g_ema.", "g.", "my.own."})
    void namesInWrappersAreReadWithANote(String prefix) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        add(tensors, prefix, NUMBERED_GENERATOR, "generator/");
        Generator other = other();
        WeightsReport report = write(tensors).load(other);
        assertThat(report.notes())
                .containsExactly(
                        "the names in the file begin with " + prefix + ", which is left out");
        assertThat(other.parameters().get("synthesis.b4.const").getArray().toFloatArray())
                .isEqualTo(
                        generator.parameters().get("synthesis.b4.const").getArray().toFloatArray());

        tensors.remove(prefix + "convs.3.activate.bias");
        assertThatThrownBy(() -> write(tensors).load(other))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "missing: " + prefix + "convs.3.activate.bias → synthesis.b16.conv1.bias")
                .hasMessageContaining("all tensors of the state dictionary");
    }

    @Test
    void generatorsInTwoWrappersAreNotGuessed() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        add(tensors, "a.", NUMBERED_GENERATOR, "generator/");
        add(tensors, "b.", NUMBERED_GENERATOR, "generator/");
        StyleGan2File file = write(tensors);
        assertThatThrownBy(file::generatorConfig)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a.style.1.weight");
    }

    @Test
    void whatDoesNotFitIsNamedAndNothingChanges() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        add(tensors, "", NUMBERED_GENERATOR, "generator/");
        tensors.remove("convs.2.activate.bias");
        put(tensors, "convs.3.activate.bias", new float[3], new Shape(3));
        put(tensors, "who.knows", new float[3], new Shape(3));
        Generator other = other();
        float[] before = other.parameters().get("mapping.fc0.weight").getArray().toFloatArray();
        StyleGan2File file = write(tensors);
        assertThatThrownBy(() -> file.load(other))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "missing: convs.2.activate.bias → synthesis.b16.conv0.bias (8)")
                .hasMessageContaining(
                        "unfit: convs.3.activate.bias → synthesis.b16.conv1.bias (is (3), expected"
                                + " (8))")
                .hasMessageContaining("unexpected: who.knows (3)");
        assertThat(other.parameters().get("mapping.fc0.weight").getArray().toFloatArray())
                .containsExactly(before);
    }

    @Test
    void anotherResolutionIsRefused() throws IOException {
        StyleGan2File file = new StyleGan2File(folder.resolve("g.safetensors"));
        file.write(generator, Optional.empty(), Map.of());
        Generator larger = Generator.create(manager, StyleGan2Config.small(32), new Seed(1));
        assertThatThrownBy(() -> file.load(larger))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds a generator of 16 px, expected 32");
        assertThatThrownBy(file::discriminatorConfig)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds no discriminator of StyleGAN2");
    }

    @Test
    void filesThatAreCutShortAreRefused() throws IOException {
        Path path = folder.resolve("g.safetensors");
        StyleGan2File file = new StyleGan2File(path);
        file.write(generator, Optional.empty(), Map.of());
        byte[] whole = Files.readAllBytes(path);
        for (int length : new int[] {0, 5, 300, whole.length / 2, whole.length - 1}) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> file.load(other()))
                    .as("%s bytes", length)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("g.safetensors");
        }
        Files.delete(path);
        assertThatThrownBy(file::generatorConfig).isInstanceOf(InputException.class);
    }

    @Test
    void valuesThatAreNotFiniteAreRefused() throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        add(tensors, "", NUMBERED_GENERATOR, "generator/");
        float[] values = fixture.values("generator/synthesis.b8.conv1.bias").clone();
        values[2] = Float.NaN;
        put(tensors, "convs.1.activate.bias", values, new Shape(values.length));
        StyleGan2File file = write(tensors);
        assertThatThrownBy(() -> file.load(other()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has the value NaN in convs.1.activate.bias");
    }

    private Generator other() {
        return Generator.create(manager, Fixture.CONFIG, new Seed(9));
    }

    private static void assertEqual(Map<String, Parameter> actual, Map<String, Parameter> wanted) {
        assertThat(actual.keySet()).isEqualTo(wanted.keySet());
        actual.forEach(
                (path, parameter) ->
                        assertThat(parameter.getArray().toFloatArray())
                                .as(path)
                                .containsExactly(wanted.get(path).getArray().toFloatArray()));
    }

    /** Lines of a name, one of our paths, and how many axes of length 1 stand before its shape. */
    private void add(Map<String, Tensor> tensors, String prefix, String table, String source) {
        table.lines()
                .map(line -> line.split(" "))
                .forEach(
                        part -> {
                            Shape shape = fixture.shape(source + part[1]);
                            Shape its = shape;
                            if (part.length > 2) {
                                for (int i = 0; i < Integer.parseInt(part[2]); i++) {
                                    its = new Shape(1).addAll(its);
                                }
                            }
                            // Colours' biases have two such axes after theirs, too.
                            if (part[0].matches("to_rgb.*\\d\\.bias")) {
                                its = its.addAll(new Shape(1, 1));
                            }
                            put(tensors, prefix + part[0], fixture.values(source + part[1]), its);
                        });
    }

    private static void put(Map<String, Tensor> tensors, String name, float[] values, Shape shape) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        tensors.put(name, new Tensor(name, TensorType.F32, shape, bytes::duplicate));
    }

    private StyleGan2File write(Map<String, Tensor> tensors) throws IOException {
        Path path = folder.resolve("weights.safetensors");
        SafetensorsWriter.write(path, Map.of(), List.copyOf(tensors.values()));
        return new StyleGan2File(path);
    }
}
