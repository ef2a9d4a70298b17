package dev.fer4j.train.optim;

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
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A line y = w·x + b at x = 2, minimizing (y − 3)²: closed-form gradients, Adam in doubles. */
class AdamTest {

    private static final double RATE = 0.05;
    private static final int STEPS = 30;

    private NDManager manager;
    private Block line;
    private Map<String, Parameter> parameters;

    @BeforeEach
    void makeLine() {
        manager = NDManager.newBaseManager(Device.cpu());
        line = Linear.builder().setUnits(1).build();
        line.setInitializer((m, shape, type) -> m.full(shape, 0.5f, type), Parameter.Type.WEIGHT);
        line.setInitializer(Initializer.ZEROS, Parameter.Type.BIAS);
        line.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
        parameters = ParameterPaths.of(line);
    }

    @AfterEach
    void free() {
        manager.close();
    }

    private void backward() {
        try (NDManager scratch = manager.newSubManager();
                GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
            NDArray x = scratch.create(new float[] {2}, new Shape(1, 1));
            NDArray y =
                    line.forward(new ParameterStore(manager, false), new NDList(x), true)
                            .singletonOrThrow();
            gradients.backward(y.sub(3).square().sum());
        }
    }

    private double value(String name) {
        return parameters.get(name).getArray().toFloatArray()[0];
    }

    static Stream<AdamConfig> configs() {
        return Stream.of(AdamConfig.TEXTBOOK, AdamConfig.KERAS)
                .map(c -> new AdamConfig(0.8, 0.99, 0.01, c.form(), c.decay()))
                .flatMap(
                        c ->
                                Stream.of(
                                        c,
                                        c.withL2(0.1),
                                        c.withDecay(new WeightDecay.L2(0.1, WeightDecay.Scope.ALL)),
                                        c.withDecay(
                                                new WeightDecay.Decoupled(
                                                        0.1, WeightDecay.Scope.WEIGHTS))));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void followsTheFormulasOfItsFormAndDecayInMemoryAndByTensors(AdamConfig config) {
        follows(config, true);
        makeLine();
        follows(config, false);
    }

    private void follows(AdamConfig config, boolean inPlace) {
        Adam adam = new Adam(manager, parameters, config, Map.of("bias", 2.0), inPlace);
        double[] value = {0.5, 0};
        double[] mean = new double[2];
        double[] variance = new double[2];
        for (int step = 1; step <= STEPS; step++) {
            backward();
            assertThat(adam.step(RATE, 0.25)).isEmpty();
            double error = 0.25 * 2 * (value[0] * 2 + value[1] - 3);
            double[] gradient = {error * 2, error};
            for (int i = 0; i < 2; i++) {
                double lambda =
                        i == 0 || config.decay().scope() == WeightDecay.Scope.ALL
                                ? config.decay().lambda()
                                : 0;
                double rate = i == 0 ? RATE : 2 * RATE;
                if (config.decay() instanceof WeightDecay.Decoupled) {
                    value[i] *= 1 - rate * lambda;
                } else {
                    // The paper's λ‖θ‖² has the gradient 2λθ.
                    gradient[i] += 2 * lambda * value[i];
                }
                mean[i] = 0.8 * mean[i] + 0.2 * gradient[i];
                variance[i] = 0.99 * variance[i] + 0.01 * gradient[i] * gradient[i];
                double one = 1 - Math.pow(0.8, step);
                double two = 1 - Math.pow(0.99, step);
                value[i] -=
                        config.form() == AdamConfig.Form.TEXTBOOK
                                ? rate * (mean[i] / one) / (Math.sqrt(variance[i] / two) + 0.01)
                                : rate
                                        * Math.sqrt(two)
                                        / one
                                        * mean[i]
                                        / (Math.sqrt(variance[i]) + 0.01);
            }
            assertThat(value("weight")).isCloseTo(value[0], within(2e-5));
            assertThat(value("bias")).isCloseTo(value[1], within(2e-5));
        }
    }

    @Test
    void updatesLeaveNoArraysBehind() {
        leavesNoArraysBehind(true);
        makeLine();
        leavesNoArraysBehind(false);
    }

    private void leavesNoArraysBehind(boolean inPlace) {
        Adam adam =
                new Adam(manager, parameters, AdamConfig.TEXTBOOK.withL2(0.1), Map.of(), inPlace);
        int before = -1;
        for (int step = 0; step < 20; step++) {
            backward();
            assertThat(adam.gradientNorm()).isPositive();
            adam.step(0.1, 1);
            if (step == 2) {
                before = manager.getManagedArrays().size();
            }
        }
        assertThat(manager.getManagedArrays()).hasSize(before);
    }

    @Test
    void frozenParameterRestsAndStartsWithStepsOfItsOwn() {
        Adam adam = new Adam(manager, parameters, AdamConfig.TEXTBOOK, Map.of());
        parameters.get("bias").freeze(true);
        for (int step = 0; step < 5; step++) {
            backward();
            adam.step(RATE, 1);
        }
        assertThat(value("bias")).isZero();
        assertThat(adam.steps()).isEqualTo(Map.of("bias", 0L, "weight", 5L));
        parameters.get("bias").freeze(false);
        backward();
        adam.step(RATE, 1);
        // A first step of Adam has the length of the rate.
        assertThat(Math.abs(value("bias"))).isCloseTo(RATE, within(1e-6));
        assertThat(adam.steps()).isEqualTo(Map.of("bias", 1L, "weight", 6L));
    }

    private static ByteBuffer copy(Tensor tensor) {
        ByteBuffer bytes = tensor.data().get();
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    @Test
    void stateComesBackAndGoesOnToTheSameBits() {
        Adam adam = new Adam(manager, parameters, AdamConfig.TEXTBOOK, Map.of());
        backward();
        adam.step(RATE, 1);
        backward();
        Map<String, Long> steps = adam.steps();
        Map<String, ByteBuffer> saved =
                Stream.of(adam.moments(), adam.gradients(manager))
                        .flatMap(List::stream)
                        .collect(Collectors.toMap(Tensor::name, AdamTest::copy));
        float weight = (float) value("weight");
        float bias = (float) value("bias");
        backward();
        adam.step(RATE, 0.5);
        double expected = value("weight");

        parameters.get("weight").getArray().set(new float[] {weight});
        parameters.get("bias").getArray().set(new float[] {bias});
        Adam other = new Adam(manager, parameters, AdamConfig.TEXTBOOK, Map.of());
        other.restore(steps, name -> saved.get(name).duplicate());
        other.restoreGradients(name -> saved.get(name).duplicate());
        backward();
        other.step(RATE, 0.5);
        assertThat(value("weight")).isEqualTo(expected);
    }

    @Test
    void gradientThatIsNotFiniteIsNamedAndWeightThatOverflowsToo() {
        namesWhatIsNotFinite(true);
        makeLine();
        namesWhatIsNotFinite(false);
    }

    private void namesWhatIsNotFinite(boolean inPlace) {
        Adam adam = new Adam(manager, parameters, AdamConfig.TEXTBOOK, Map.of(), inPlace);
        backward();
        assertThat(adam.step(RATE, Double.POSITIVE_INFINITY))
                .get()
                .extracting(NonFinite::path)
                .isEqualTo("bias");

        makeLine();
        parameters.get("bias").getArray().set(new float[] {Float.MAX_VALUE});
        backward();
        assertThat(
                        new Adam(manager, parameters, AdamConfig.TEXTBOOK, Map.of(), inPlace)
                                .step(RATE, 1))
                .contains(new NonFinite(NonFinite.Quantity.GRADIENT, "bias"));

        makeLine();
        backward();
        assertThat(
                        new Adam(manager, parameters, AdamConfig.TEXTBOOK, Map.of(), inPlace)
                                .step(1e39, 1))
                .contains(new NonFinite(NonFinite.Quantity.WEIGHT, "bias"));
    }

    @Test
    void normIsThatOfAllGradients() {
        backward();
        for (boolean inPlace : List.of(true, false)) {
            Adam adam = new Adam(manager, parameters, AdamConfig.TEXTBOOK, Map.of(), inPlace);
            // y = 1, so the error is −2: gradients −8 and −4.
            assertThat(adam.gradientNorm()).isCloseTo(Math.sqrt(80), within(1e-5));
        }
    }

    @Test
    void factorOfAStageThatIsNotThereIsRefused() {
        assertThatThrownBy(
                        () ->
                                new Adam(
                                        manager,
                                        parameters,
                                        AdamConfig.TEXTBOOK,
                                        Map.of("blok1", 1.0)))
                .hasMessageContaining("blok1");
    }

    static Stream<AdamConfig> manyConfigs() {
        return Stream.concat(configs(), Stream.of(AdamConfig.TEXTBOOK, AdamConfig.KERAS));
    }

    /** One update is one pass over memory of more than one piece and row. */
    @ParameterizedTest
    @MethodSource("manyConfigs")
    void updatesInMemoryAndByListsOfArraysAreTheSame(AdamConfig config) {
        Map<String, float[]> inMemory = train(config, false);
        Map<String, float[]> byLists = train(config, true);
        assertThat(byLists).hasSize(3);
        byLists.forEach(
                (path, values) ->
                        assertThat(values)
                                .usingComparatorWithPrecision(1e-6f)
                                .containsExactly(inMemory.get(path)));
    }

    /**
     * Values after 100 updates of three stages, one of which is frozen for a time and one of which
     * has a rate of its own.
     *
     * @param byLists whether arrays are to be updated by operations on lists, and one of them is a
     *     transposed view
     */
    private Map<String, float[]> train(AdamConfig config, boolean byLists) {
        Map<String, Parameter> stages = new LinkedHashMap<>();
        stages.put("first.weight", parameter(Parameter.Type.WEIGHT, byLists, 280, 240));
        stages.put("second.weight", parameter(Parameter.Type.WEIGHT, false, 7, 5, 1, 1));
        stages.put("second.bias", parameter(Parameter.Type.BIAS, false, 9));
        Adam adam = new Adam(manager, stages, config, Map.of("second", 0.5), !byLists);
        for (int step = 0; step < 100; step++) {
            stages.get("second.weight").freeze(step >= 30 && step < 60);
            stages.get("second.bias").freeze(step >= 30 && step < 60);
            // Pulled towards a value that changes.
            double target = Math.sin(step);
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                for (Parameter parameter : stages.values()) {
                    if (parameter.requiresGradient()) {
                        gradients.backward(parameter.getArray().sub(target).square().sum());
                    }
                }
            }
            assertThat(adam.step(1e-3, 0.5)).isEmpty();
        }
        Map<String, float[]> after = new LinkedHashMap<>();
        stages.forEach((path, stage) -> after.put(path, stage.getArray().toFloatArray()));
        return after;
    }

    private Parameter parameter(Parameter.Type type, boolean transposed, long... shape) {
        Parameter parameter =
                Parameter.builder().setName("p").setType(type).optRequiresGrad(true).build();
        NDArray values =
                manager.arange((float) new Shape(shape).size())
                        .mul(0.37)
                        .sin()
                        .reshape(new Shape(shape));
        // The same values, the elements in another order.
        NDArray array = transposed ? values.transpose().mul(1).transpose() : values;
        array.setRequiresGradient(true);
        parameter.setArray(array);
        return parameter;
    }

    @Test
    void valuesAreFiniteAlthoughTheirSumIsNot() {
        for (boolean inPlace : List.of(true, false)) {
            makeLine();
            parameters.get("weight").getArray().set(new float[] {Float.MAX_VALUE / 2});
            Adam adam = new Adam(manager, parameters, AdamConfig.TEXTBOOK, Map.of(), inPlace);
            assertThat(adam.step(RATE, 1)).isEmpty();
            parameters.get("bias").getArray().set(new float[] {Float.MAX_VALUE});
            assertThat(adam.step(RATE, 1)).isEmpty();
        }
    }
}
