package dev.fer4j.train.xception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import dev.fer4j.train.loss.BinaryCrossEntropy;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.optim.Adam;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.weights.TensorNames;
import dev.fer4j.train.weights.WeightsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Our numbers are those of an implementation in PyTorch that shares no code; see Fixture. */
class ParityTest {

    private static final double RATE = 1e-4;
    private static final double WEIGHT_DECAY = 1e-3;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "KERAS, 71", "KERAS, 150", "KERAS, 224", "KERAS, 299",
        "TIMM, 71", "TIMM, 150", "TIMM, 224", "TIMM, 299"
    })
    void logitsAreThoseOfPyTorch(NumericsProfile profile, int size) throws IOException {
        List<Double> expected =
                Fixture.reference().logits().get(profile.name()).get(Integer.toString(size));
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            assertClose(logits(manager, Fixture.loaded(manager, profile), size), expected);
        }
    }

    @ParameterizedTest
    @EnumSource(NumericsProfile.class)
    void logitsFromAFileOfKerasAreTheSame(NumericsProfile profile) throws IOException {
        Xception config = Fixture.config(profile);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            StagedBlock network = Fixture.network(manager, config);
            WeightsFile.trained(Fixture.hdf5(folder)).load(config, network);
            assertClose(
                    logits(manager, network, 150),
                    Fixture.reference().logits().get(profile.name()).get("150"));
        }
    }

    @Test
    void profilesDiffer() throws IOException {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            float keras = logits(manager, Fixture.loaded(manager, NumericsProfile.KERAS), 224)[0];
            float timm = logits(manager, Fixture.loaded(manager, NumericsProfile.TIMM), 224)[0];
            assertThat(Math.abs(keras - timm)).isGreaterThan(0.1f);
        }
    }

    @ParameterizedTest
    @EnumSource(NumericsProfile.class)
    void gradientsAndAStepOfAdamAreThoseOfPyTorch(NumericsProfile profile) throws IOException {
        String name = profile.name().toLowerCase(Locale.ROOT);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            StagedBlock network = Fixture.loaded(manager, profile);
            Adam adam =
                    new Adam(
                            manager,
                            ParameterPaths.of(network),
                            AdamConfig.TEXTBOOK.withL2(WEIGHT_DECAY),
                            Map.of());
            double loss = loss(manager, network);
            assertThat(loss)
                    .isCloseTo(Fixture.reference().losses().get(profile.name()), within(1e-5));

            Map<String, String> timm = TensorNames.byPath(Fixture.config(profile));
            Map<String, Parameter> parameters = ParameterPaths.of(network);
            Map<String, float[]> gradients =
                    read(Fixture.file("gradients-" + name + ".safetensors"));
            parameters.forEach(
                    (path, parameter) -> {
                        if (parameter.requiresGradient()) {
                            assertThat(
                                            relativeError(
                                                    parameter
                                                            .getArray()
                                                            .getGradient()
                                                            .toFloatArray(),
                                                    gradients.remove(timm.get(path))))
                                    .as(path)
                                    .isLessThan(1e-3);
                        }
                    });
            assertThat(gradients).as("gradients of nothing").isEmpty();

            GradientMode.off(
                    () -> {
                        adam.step(RATE, 1);
                        return adam;
                    });
            Map<String, float[]> after = read(Fixture.file("step-" + name + ".safetensors"));
            parameters.forEach(
                    (path, parameter) ->
                            assertThat(parameter.getArray().toFloatArray())
                                    .as(path)
                                    .containsExactly(after.remove(timm.get(path)), within(1e-5f)));
            assertThat(after).isEmpty();
        }
    }

    private static double loss(NDManager manager, StagedBlock network) {
        try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray logits =
                    network.forward(
                                    new ParameterStore(manager, false),
                                    new NDList(Fixture.images(manager, 2, 71)),
                                    true)
                            .singletonOrThrow();
            NDArray targets = manager.create(new float[] {1, 0}, new Shape(2, 1));
            NDArray loss = BinaryCrossEntropy.ofLogits(logits, targets).mean();
            gradients.backward(loss);
            return loss.getFloat();
        }
    }

    private static float[] logits(NDManager manager, StagedBlock network, int size) {
        return GradientMode.off(
                () ->
                        network.forward(
                                        new ParameterStore(manager, false),
                                        new NDList(Fixture.images(manager, 2, size)),
                                        false)
                                .singletonOrThrow()
                                .toFloatArray());
    }

    private static void assertClose(float[] actual, List<Double> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            double relative = Math.abs(actual[i] - expected.get(i)) / Math.abs(expected.get(i));
            assertThat(relative).isLessThan(1e-4);
        }
    }

    /** The largest difference by the largest expected value. */
    private static double relativeError(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < actual.length; i++) {
            difference = Math.max(difference, Math.abs((double) actual[i] - expected[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return difference / largest;
    }

    private static Map<String, float[]> read(Path path) throws IOException {
        Map<String, float[]> tensors = new LinkedHashMap<>();
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            for (String name : file.tensors().keySet()) {
                tensors.put(name, file.readFloats(name));
            }
        }
        return tensors;
    }
}
