package dev.fer4j.train.keras.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Seed;
import dev.fer4j.train.keras.network.KerasModels.Case;
import dev.fer4j.train.keras.network.KerasModels.Loaded;
import dev.fer4j.train.keras.network.KerasModels.Weight;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.weights.WeightEntry;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.xception.Fixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks are those of PyTorch, in an implementation that shares no code; see KerasModels. */
class KerasNetworkTest {

    @TempDir private Path folder;

    static List<Case> cases() throws IOException {
        return KerasModels.all();
    }

    private static NDManager manager() {
        return Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    }

    private static float[] logits(StagedBlock block, NDArray images, boolean training) {
        return GradientMode.off(
                () ->
                        block.forward(
                                        new ParameterStore(images.getManager(), false),
                                        new NDList(images),
                                        training)
                                .singletonOrThrow()
                                .toFloatArray());
    }

    private static double[] flat(List<List<Double>> rows) {
        return rows.stream()
                .flatMapToDouble(row -> row.stream().mapToDouble(Double::doubleValue))
                .toArray();
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logitsAreThoseOfPyTorch(Case model) throws IOException {
        try (NDManager manager = manager()) {
            Loaded loaded = Loaded.of(model.hdf5(folder), manager);
            NDArray images = Fixture.images(manager, 2, model.size());
            assertThat(doubles(logits(loaded.block(), images, false)))
                    .containsExactly(flat(model.logits()), within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void archivesOfKeras3GiveTheSame(Case model) throws IOException {
        try (NDManager manager = manager()) {
            Loaded loaded = Loaded.of(model.archive(folder), manager);
            NDArray images = Fixture.images(manager, 2, model.size());
            assertThat(doubles(logits(loaded.block(), images, false)))
                    .containsExactly(flat(model.logits()), within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreThoseOfPyTorch(Case model) throws IOException {
        try (NDManager manager = manager()) {
            Loaded loaded = Loaded.of(model.hdf5(folder), manager);
            try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray logits =
                        loaded.block()
                                .forward(
                                        new ParameterStore(manager, false),
                                        new NDList(Fixture.images(manager, 2, model.size())),
                                        false)
                                .singletonOrThrow();
                gradients.backward(logits.sum());
            }
            Map<String, Double> expected = new HashMap<>();
            for (int i = 0; i < model.weights().size(); i++) {
                Weight weight = model.weights().get(i);
                expected.put(
                        weight.layer().replace("/", "_") + "/" + weight.name(),
                        model.slopes().get(i));
            }
            Map<String, Parameter> parameters = ParameterPaths.of(loaded.block());
            int compared = 0;
            for (WeightEntry entry : loaded.report().entries()) {
                Parameter parameter = parameters.get(entry.parameter().orElseThrow());
                if (parameter.requiresGradient()) {
                    float[] values = parameter.getArray().toFloatArray();
                    float[] slopes = parameter.getArray().getGradient().toFloatArray();
                    double sum = 0;
                    for (int i = 0; i < values.length; i++) {
                        sum += (double) values[i] * slopes[i];
                    }
                    double wanted = expected.get(entry.inFile().orElseThrow());
                    assertThat(sum)
                            .as(entry.toText())
                            .isCloseTo(wanted, within(1e-4 * Math.max(1, Math.abs(wanted))));
                    compared++;
                }
            }
            assertThat(compared).isPositive();
        }
    }

    @Test
    void gradientsAreSlopes() throws IOException {
        Case model = KerasModels.named("branches");
        try (NDManager manager = manager()) {
            StagedBlock block = Loaded.of(model.hdf5(folder), manager).block();
            NDArray images = Fixture.images(manager, 2, model.size());
            try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                gradients.backward(
                        block.forward(new ParameterStore(manager, false), new NDList(images), true)
                                .singletonOrThrow()
                                .sum());
            }
            float step = 1f / 256;
            ParameterPaths.of(block)
                    .forEach(
                            (path, parameter) -> {
                                NDArray array = parameter.getArray();
                                float[] values = array.toFloatArray();
                                float[] found = array.getGradient().toFloatArray();
                                for (int i = 0; i < values.length; i += 1 + values.length / 5) {
                                    double above = sum(block, images, array, values, i, step);
                                    double below = sum(block, images, array, values, i, -step);
                                    assertThat((double) found[i])
                                            .as(path + " " + i)
                                            .isCloseTo((above - below) / (2 * step), within(5e-3));
                                }
                            });
        }
    }

    private static double sum(
            StagedBlock block, NDArray images, NDArray array, float[] values, int at, float by) {
        float[] moved = values.clone();
        moved[at] += by;
        set(array, moved);
        double sum = DoubleStream.of(doubles(logits(block, images, true))).sum();
        set(array, values);
        return sum;
    }

    private static void set(NDArray array, float[] values) {
        GradientMode.off(
                () -> {
                    array.set(values);
                    return array;
                });
    }

    @Test
    void factsOfTheModelAreRead() throws IOException {
        KerasNetwork grey = KerasNetwork.read(KerasModels.named("mini-xception-17").hdf5(folder));
        assertThat(List.of(grey.size(), grey.channels(), grey.outputs(), grey.smallestInput()))
                .containsExactly(17, 1, 7, 17);
        assertThat(grey.leftOut()).isEqualTo(Nonlinearity.SOFTMAX);
        assertThat(grey)
                .hasToString("Keras network of 27 layers for 17 × 17 grey images with 7 outputs");
        KerasNetwork colour = KerasNetwork.read(KerasModels.named("flatten").hdf5(folder));
        assertThat(List.of(colour.size(), colour.channels(), colour.outputs()))
                .containsExactly(22, 3, 1);
        assertThat(colour.leftOut()).isEqualTo(Nonlinearity.SIGMOID);
        assertThat(KerasNetwork.read(KerasModels.named("branches").hdf5(folder)).leftOut())
                .isEqualTo(Nonlinearity.LINEAR);
    }

    @Test
    void whatIsLeftOutMakesTheFilesOutputs() throws IOException {
        for (Case model : KerasModels.all()) {
            List<Double> logits = model.logits().get(0);
            double sum = logits.stream().mapToDouble(Math::exp).sum();
            double first =
                    switch (KerasNetwork.read(model.hdf5(folder)).leftOut()) {
                        case SOFTMAX -> Math.exp(logits.get(0)) / sum;
                        case SIGMOID -> 1 / (1 + Math.exp(-logits.get(0)));
                        default -> logits.get(0);
                    };
            assertThat(first).isCloseTo(model.outputs().get(0).get(0), within(1e-12));
        }
    }

    @Test
    void stagesAreLayersThatAllPassesThrough() throws IOException {
        KerasNetwork network =
                KerasNetwork.read(KerasModels.named("mini-xception-24").hdf5(folder));
        StagedBlock block = network.build(new Seed(1));
        assertThat(block.stages())
                .containsExactly(
                        "input_1",
                        "conv2d_1",
                        "batch_normalization_1",
                        "activation_1",
                        "conv2d_2",
                        "batch_normalization_2",
                        "activation_2",
                        "add_1",
                        "add_2",
                        "conv2d_7",
                        "global_average_pooling2d_1");
        assertThat(block.stagesWithMaps(24))
                .startsWith("input_1", "conv2d_1")
                .endsWith("add_2", "conv2d_7");
        assertThat(ParameterPaths.of(block))
                .containsKeys(
                        "conv2d_1.weight",
                        "batch_normalization_1.runningVar",
                        "add_1.separable_conv2d_3.depthwise.weight",
                        "add_1.conv2d_3.weight",
                        "conv2d_7.bias")
                .doesNotContainKey("conv2d_1.bias");
        assertThat(network.paths())
                .containsEntry("conv2d_1", "conv2d_1")
                .containsEntry("max_pooling2d_2", "add_2.max_pooling2d_2");
    }

    @Test
    void namesOfStagesAreThoseOfLayersWithoutOtherCharacters() throws IOException {
        StagedBlock block =
                KerasNetwork.read(KerasModels.named("branches").hdf5(folder)).build(new Seed(1));
        assertThat(block.stages())
                .containsExactly(
                        "input_1",
                        "sum",
                        "twice",
                        "max_pool",
                        "average",
                        "again",
                        "flatten",
                        "logits");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStageCanBeExplained(Case model) throws IOException {
        try (NDManager manager = manager()) {
            Loaded loaded = Loaded.of(model.hdf5(folder), manager);
            StagedBlock block = loaded.block();
            NDArray images = Fixture.images(manager, 2, model.size());
            ParameterStore store = new ParameterStore(manager, false);
            float[] whole = logits(block, images, false);
            for (String stage : block.stagesWithMaps(model.size())) {
                NDArray features =
                        GradientMode.off(
                                () ->
                                        block.features(store, images, List.of(stage))
                                                .singletonOrThrow());
                features.setRequiresGradient(true);
                NDArray rest =
                        GradientMode.on(
                                () -> {
                                    NDArray result = block.forwardAfter(stage, store, features);
                                    GradientMode.backward(result);
                                    return result;
                                });
                assertThat(rest.toFloatArray()).as(stage).containsExactly(whole, within(1e-6f));
                assertThat(features.getGradient().abs().max().getFloat()).as(stage).isPositive();
            }
        }
    }

    @Test
    void greyModelsSeeLuminance() throws IOException {
        Case model = KerasModels.named("mini-xception-17");
        try (NDManager manager = manager()) {
            StagedBlock block = Loaded.of(model.hdf5(folder), manager).block();
            NDArray images = Fixture.images(manager, 2, model.size());
            NDArray grey =
                    images.get(":, 0:1")
                            .mul(0.299)
                            .add(images.get(":, 1:2").mul(0.587))
                            .add(images.get(":, 2:3").mul(0.114));
            NDArray same = grey.concat(grey, 1).concat(grey, 1);
            assertThat(logits(block, same, false))
                    .containsExactly(logits(block, images, false), within(1e-5f));
        }
    }

    @Test
    void modelsThatRescaleGetTheirRange() throws IOException {
        Case model = KerasModels.named("windows");
        Path scalesUp = model.hdf5(folder);
        assertThat(KerasNetwork.read(scalesUp).layers().get(0).operation())
                .isEqualTo(new LayerOperation.Input(21, 3, PixelRange.ZERO_TO_ONE));
        Path scalesDown =
                model.with(
                                model.config()
                                        .replace("\"scale\": 2.0", "\"scale\": 0.00784313725490196")
                                        .replace("\"offset\": -0.5", "\"offset\": -1"))
                        .hdf5(folder);
        KerasNetwork network = KerasNetwork.read(scalesDown);
        try (NDManager manager = manager()) {
            StagedBlock block = KerasModels.initialized(network, manager);
            NDArray images = Fixture.images(manager, 2, 21);
            NDArray rescaled =
                    GradientMode.off(
                            () ->
                                    block.features(
                                                    new ParameterStore(manager, false),
                                                    images,
                                                    List.of("rescaling"))
                                            .singletonOrThrow());
            assertThat(rescaled.toFloatArray())
                    .containsExactly(images.toFloatArray(), within(1e-6f));
        }
    }

    @Test
    void normalizationLearnsWithTheFilesMomentum() throws IOException {
        Case model = KerasModels.named("mini-xception-17");
        try (NDManager manager = manager()) {
            StagedBlock block = Loaded.of(model.hdf5(folder), manager).block();
            NDArray images = Fixture.images(manager, 2, model.size());
            Map<String, Parameter> parameters = ParameterPaths.of(block);
            NDArray mean = parameters.get("batch_normalization_1.runningMean").getArray();
            float[] before = mean.toFloatArray();
            NDArray maps =
                    GradientMode.off(
                            () ->
                                    block.features(
                                                    new ParameterStore(manager, false),
                                                    images,
                                                    List.of("conv2d_1"))
                                            .singletonOrThrow());
            float[] batch =
                    maps.transpose(1, 0, 2, 3).reshape(4, -1).mean(new int[] {1}).toFloatArray();
            logits(block, images, true);
            float[] after = mean.toFloatArray();
            for (int i = 0; i < after.length; i++) {
                assertThat(after[i]).isCloseTo(0.9f * before[i] + 0.1f * batch[i], within(1e-5f));
            }
            block.freeze(Set.copyOf(block.stages()));
            logits(block, images, true);
            assertThat(mean.toFloatArray()).containsExactly(after);
        }
    }

    @Test
    void dropoutActsInTrainingOnly() throws IOException {
        Case model = KerasModels.named("keras-1");
        try (NDManager manager = manager()) {
            StagedBlock block = Loaded.of(model.hdf5(folder), manager).block();
            NDArray images = Fixture.images(manager, 2, model.size());
            assertThat(logits(block, images, false)).containsExactly(logits(block, images, false));
            assertThat(Arrays.equals(logits(block, images, true), logits(block, images, true)))
                    .isFalse();
        }
    }

    @Test
    void randomWeightsFollowFromTheSeed() throws IOException {
        KerasNetwork network = KerasNetwork.read(KerasModels.named("windows").hdf5(folder));
        try (NDManager manager = manager()) {
            NDArray images = Fixture.images(manager, 2, 21);
            assertThat(logits(KerasModels.initialized(network, manager), images, false))
                    .containsExactly(
                            logits(KerasModels.initialized(network, manager), images, false));
        }
    }

    @Test
    void weightsBelongToTheLayerWhateverTheirNames() throws IOException {
        // A session of TensorFlow that makes a model twice numbers the names of its weights.
        Case model = KerasModels.named("mini-xception-17");
        List<Weight> renamed = new ArrayList<>();
        for (Weight weight : model.weights()) {
            renamed.add(
                    new Weight(
                            weight.layer(),
                            weight.name().replace("/", "_1/"),
                            weight.shape(),
                            weight.scale(),
                            weight.offset()));
        }
        try (NDManager manager = manager()) {
            Loaded loaded = Loaded.of(model.with(renamed).hdf5(folder), manager);
            NDArray images = Fixture.images(manager, 2, model.size());
            assertThat(doubles(logits(loaded.block(), images, false)))
                    .containsExactly(flat(model.logits()), within(1e-5));
        }
    }

    @Test
    void missingAndUnfitWeightsAreNamed() throws IOException {
        Case model = KerasModels.named("mini-xception-17");
        List<Weight> all = model.weights();
        assertNotLoaded(
                model.with(all.subList(0, all.size() - 1)), "conv2d_7/bias → conv2d_7.bias");
        List<Weight> reshaped = new ArrayList<>(all);
        Weight last = all.get(all.size() - 1);
        reshaped.set(all.size() - 1, new Weight(last.layer(), last.name(), List.of(6L), 1, 0));
        assertNotLoaded(model.with(reshaped), "is (6), expected (7)");
        List<Weight> more = new ArrayList<>(all);
        more.add(new Weight(last.layer(), "conv2d_7/more:0", List.of(7L), 1, 0));
        assertNotLoaded(model.with(more), "unexpected: conv2d_7/conv2d_7/more:0");
        List<Weight> notFinite = new ArrayList<>(all);
        notFinite.set(
                all.size() - 1, new Weight(last.layer(), last.name(), last.shape(), 0, Float.NaN));
        assertNotLoaded(model.with(notFinite), "NaN");
    }

    private void assertNotLoaded(Case model, String why) throws IOException {
        Path file = model.hdf5(folder);
        KerasNetwork network = KerasNetwork.read(file);
        try (NDManager manager = manager()) {
            StagedBlock block = KerasModels.initialized(network, manager);
            assertThatThrownBy(() -> WeightsFile.trained(file).load(network, block))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(why);
        }
    }

    @Test
    void gradientsOfStridedPointwiseConvolutionsOfChannelsLastMapsAreSafe() throws IOException {
        // oneDNN crashes at these sizes if the stride is left to it.
        LayerOperation conv =
                new LayerOperation.Convolution(
                        16,
                        new SlidingWindow(
                                SlidingWindow.Steps.ONE,
                                new SlidingWindow.Steps(2, 2),
                                SlidingWindow.Steps.ONE,
                                true),
                        false);
        try (NDManager manager = manager()) {
            Block block = conv.block();
            block.initialize(manager, DataType.FLOAT32, new Shape(4, 8, 92, 92));
            NDArray maps = manager.ones(new Shape(4, 92, 92, 8)).transpose(0, 3, 1, 2);
            try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray result =
                        block.forward(new ParameterStore(manager, false), new NDList(maps), true)
                                .singletonOrThrow();
                assertThat(result.getShape()).isEqualTo(new Shape(4, 16, 46, 46));
                gradients.backward(result.sum());
            }
            assertThat(
                            ParameterPaths.of(block)
                                    .get("weight")
                                    .getArray()
                                    .getGradient()
                                    .toFloatArray())
                    .containsOnly(4 * 46 * 46);
        }
    }
}
