package dev.fer4j.train.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Label;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradCamTest {

    @TempDir private Path folder;

    /**
     * Two features, each a sum of colours of a pixel; the logit is a sum of their means. So the
     * gradient of the logit by a feature is its weight over the number of places, everywhere.
     */
    private record Pixelwise() implements Backbone {
        static final float[] KERNEL = {1, 0, -0.5f, 0, 1, 0.25f};
        static final float[] WEIGHT = {2, -3};

        @Override
        public StagedBlock build(Seed seed) {
            Map<String, Block> stages = new LinkedHashMap<>();
            stages.put(
                    "features",
                    Conv2d.builder()
                            .setKernelShape(new Shape(1, 1))
                            .setFilters(2)
                            .optBias(false)
                            .build());
            stages.put("pool", Pool.globalAvgPool2dBlock());
            stages.put("logit", Linear.builder().setUnits(1).build());
            return new StagedBlock(stages);
        }
    }

    private LoadedModel pixelwise() throws IOException {
        Path file = folder.resolve("pixelwise.safetensors");
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            StagedBlock network = new Pixelwise().build(new Seed(1));
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 4, 4));
            Map<String, Parameter> parameters = ParameterPaths.of(network);
            GradientMode.off(
                    () -> {
                        parameters.get("features.weight").getArray().set(Pixelwise.KERNEL);
                        parameters.get("logit.weight").getArray().set(Pixelwise.WEIGHT);
                        return network;
                    });
            ModelFile.write(file, ModelDescription.of(new Pixelwise(), 4), network);
        }
        return ModelFile.read(file, DeviceChoice.CPU, new Pixelwise());
    }

    private static RgbImage picture() {
        byte[] rgb = new byte[3 * 16];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 89 + i * i * 7);
        }
        return new RgbImage(4, 4, rgb);
    }

    @Test
    void mapOfAPixelwiseNetworkIsItsClosedForm() throws IOException {
        RgbImage picture = picture();
        double[] evidence = new double[16];
        double logit = 0;
        for (int i = 0; i < 16; i++) {
            double[] x = new double[3];
            for (int c = 0; c < 3; c++) {
                x[c] = picture.at(i % 4, i / 4, c) / 127.5 - 1;
            }
            evidence[i] = 2 * (x[0] - 0.5 * x[2]) - 3 * (x[1] + 0.25 * x[2]);
            logit += evidence[i] / 16;
        }
        try (LoadedModel model = pixelwise()) {
            for (Label label : Label.values()) {
                int sign = label == Label.INTERESTED ? 1 : -1;
                HeatMap map = GradCam.of(model).explain(picture, label);
                double most = 0;
                for (double value : evidence) {
                    most = Math.max(most, sign * value);
                }
                assertThat(map.prediction().logit()).isCloseTo(logit, within(1e-5));
                // Weights are means of gradients: a sixteenth of the last layer's.
                assertThat(map.peak()).isCloseTo(most / 16, within(1e-6));
                for (int i = 0; i < 16; i++) {
                    assertThat(map.at(i % 4, i / 4))
                            .isCloseTo(Math.max(0, sign * evidence[i]) / most, within(1e-5));
                }
            }
        }
    }

    /**
     * The sum over all places of the gradient by a feature is how the logit changes when the whole
     * feature is raised, which needs no gradient to be computed.
     */
    @ParameterizedTest
    @ValueSource(strings = {"block3", "block5"})
    void mapAgreesWithFiniteDifferences(String stage) throws IOException {
        RgbImage picture = TestModel.pictures(1).get(0);
        try (LoadedModel model = ModelFile.read(TestModel.write(folder), DeviceChoice.CPU);
                NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            GradCam gradCam = GradCam.of(model).withStage(stage);
            StagedBlock network = (StagedBlock) model.network();
            double[] evidence =
                    GradientMode.off(() -> byDifferences(network, stage, picture, manager));
            double highest = 0;
            for (Label label : Label.values()) {
                int sign = label == Label.INTERESTED ? 1 : -1;
                double most = 0;
                for (double value : evidence) {
                    most = Math.max(most, sign * value);
                }
                highest = Math.max(highest, most);
                HeatMap map = gradCam.explain(picture, label);
                assertThat(map.width() * map.height()).isEqualTo(evidence.length);
                assertThat(map.peak()).isCloseTo(most, within(0.02 * most));
                for (int i = 0; i < evidence.length; i++) {
                    double expected = most > 0 ? Math.max(0, sign * evidence[i]) / most : 0;
                    assertThat(map.values().get(i)).isCloseTo(expected, within(0.02));
                }
            }
            assertThat(highest).isPositive();
            assertThat(ParameterPaths.of(network).values())
                    .noneMatch(parameter -> parameter.getArray().hasGradient());
        }
    }

    private static double[] byDifferences(
            StagedBlock network, String stage, RgbImage picture, NDManager manager) {
        float step = 2e-3f;
        ParameterStore store = new ParameterStore(manager, false);
        RgbImage square = Preprocessing.ofTraining(48).toInputSize(picture);
        NDArray images = Batch.asInput(ByteBuffer.wrap(square.rgb()), 1, 48, manager);
        NDArray features = network.features(store, images, List.of(stage)).singletonOrThrow();
        Shape shape = features.getShape();
        int channels = (int) shape.get(1);
        int places = (int) (shape.get(2) * shape.get(3));
        float[] values = features.toFloatArray();
        double[] sums = new double[places];
        for (int channel = 0; channel < channels; channel++) {
            float[] change = new float[values.length];
            Arrays.fill(change, channel * places, (channel + 1) * places, step);
            NDArray raise = manager.create(change, shape);
            double above = logit(network, stage, store, features.add(raise));
            double below = logit(network, stage, store, features.sub(raise));
            double weight = (above - below) / (2 * step) / places;
            for (int i = 0; i < places; i++) {
                sums[i] += weight * values[channel * places + i];
            }
        }
        return sums;
    }

    private static double logit(
            StagedBlock network, String stage, ParameterStore store, NDArray features) {
        return network.forwardAfter(stage, store, features).toFloatArray()[0];
    }

    @Test
    void worksWhileSomethingElseCollectsGradients() throws IOException {
        RgbImage picture = TestModel.pictures(1).get(0);
        try (LoadedModel model = ModelFile.read(TestModel.write(folder), DeviceChoice.CPU)) {
            GradCam gradCam = GradCam.of(model);
            HeatMap alone = gradCam.explain(picture, Label.INTERESTED);
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                assertThat(collector).isNotNull();
                assertThat(gradCam.explain(picture, Label.INTERESTED)).isEqualTo(alone);
            }
        }
    }

    @Test
    void lastStageWithMapsIsTheDefaultAndOthersAreNamed() throws IOException {
        try (LoadedModel model = ModelFile.read(TestModel.write(folder), DeviceChoice.CPU)) {
            GradCam gradCam = GradCam.of(model);
            assertThat(gradCam.explain(TestModel.pictures(1).get(0), Label.INTERESTED).stage())
                    .isEqualTo("block5");
            assertThatThrownBy(() -> gradCam.withStage("pool"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("block1, block2, block3, block4, block5");
        }
    }
}
