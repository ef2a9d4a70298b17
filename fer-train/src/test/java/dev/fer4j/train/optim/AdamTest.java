package dev.fer4j.train.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {

    private static final double RATE = 0.05;
    private static final int STEPS = 30;

    /** A line y = w·x + b at x = 2, minimizing (y − 3)²: closed-form gradients, Adam in doubles. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1})
    void followsTheTextbookFormulas(double weightDecay) {
        double[] value = {0.5, 0};
        double[] mean = new double[2];
        double[] variance = new double[2];
        try (NDManager manager = NDManager.newBaseManager()) {
            Block line = Linear.builder().setUnits(1).build();
            line.setInitializer(
                    (m, shape, type) -> m.full(shape, 0.5f, type), Parameter.Type.WEIGHT);
            line.setInitializer(Initializer.ZEROS, Parameter.Type.BIAS);
            line.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
            Adam adam = new Adam(manager, line, weightDecay);
            ParameterStore store = new ParameterStore(manager, false);
            NDArray x = manager.create(new float[] {2}, new Shape(1, 1));
            for (int step = 1; step <= STEPS; step++) {
                try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                    NDArray y = line.forward(store, new NDList(x), true).singletonOrThrow();
                    gradients.backward(y.sub(3).square().sum());
                }
                adam.step(RATE);

                double error = 2 * (value[0] * 2 + value[1] - 3);
                // Only the weight decays: the paper's λ‖θ‖² has the gradient 2λθ.
                double[] gradient = {error * 2 + 2 * weightDecay * value[0], error};
                for (int i = 0; i < 2; i++) {
                    mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
                    variance[i] = 0.999 * variance[i] + 0.001 * gradient[i] * gradient[i];
                    double meanHat = mean[i] / (1 - Math.pow(0.9, step));
                    double varianceHat = variance[i] / (1 - Math.pow(0.999, step));
                    value[i] -= RATE * meanHat / (Math.sqrt(varianceHat) + 1e-8);
                }
                assertThat((double) line.getParameters().get("weight").getArray().getFloat(0, 0))
                        .isCloseTo(value[0], within(1e-5));
                assertThat((double) line.getParameters().get("bias").getArray().getFloat(0))
                        .isCloseTo(value[1], within(1e-5));
            }
        }
    }

    @Test
    void updatesLeaveNoArraysBehind() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Block line = Linear.builder().setUnits(4).build();
            line.initialize(manager, DataType.FLOAT32, new Shape(1, 3));
            Adam adam = new Adam(manager, line, 0.1);
            ParameterStore store = new ParameterStore(manager, false);
            int before = -1;
            for (int step = 0; step < 20; step++) {
                try (NDManager scratch = manager.newSubManager()) {
                    try (GradientCollector gradients =
                            Engine.getInstance().newGradientCollector()) {
                        NDArray x = scratch.ones(new Shape(1, 3));
                        gradients.backward(
                                line.forward(store, new NDList(x), true).singletonOrThrow().sum());
                    }
                    adam.step(0.1);
                }
                if (step == 2) {
                    before = manager.getManagedArrays().size();
                }
            }
            assertThat(manager.getManagedArrays()).hasSize(before);
        }
    }
}
