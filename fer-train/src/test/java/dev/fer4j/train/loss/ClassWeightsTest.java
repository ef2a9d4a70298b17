package dev.fer4j.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.Test;

class ClassWeightsTest {

    private static final float[] LOGITS = {-1000, -90, -2, 0.5f, 90, 1000, 1000};
    private static final float[] TARGETS = {1, 0, 0.3f, 1, 0, 0, 1};
    private static final float[] WEIGHTS = {1, 2, 0.5f, 0, 3, 1, 1};

    @Test
    void balancedClassesCountAsMuchInAll() {
        ClassWeights weights = ClassWeights.balanced(151, 186);
        assertThat(151 * weights.negative()).isCloseTo(186 * weights.positive(), within(1e-9));
        assertThat(151 * weights.negative() + 186 * weights.positive())
                .isCloseTo(337, within(1e-9));
        assertThat(weights.of(0.25))
                .isCloseTo(0.25 * weights.positive() + 0.75 * weights.negative(), within(1e-12));
    }

    @Test
    void weightOfNothingAndOneClassAreRefused() {
        assertThatThrownBy(() -> new ClassWeights(0, 1)).hasMessageContaining("class weight");
        assertThatThrownBy(() -> ClassWeights.balanced(3, 0)).hasMessageContaining("one class");
    }

    /** Value and gradient w·(σ(z) − y) in doubles, at logits whose exponentials overflow. */
    @Test
    void weightedSumAndItsGradientFollowTheClosedFormAtExtremeLogits() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Shape shape = new Shape(LOGITS.length, 1);
            NDArray logits = manager.create(LOGITS, shape);
            logits.setRequiresGradient(true);
            NDArray sum;
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                sum =
                        BinaryCrossEntropy.weightedSum(
                                logits,
                                manager.create(TARGETS, shape),
                                manager.create(WEIGHTS, shape));
                gradients.backward(sum);
            }
            float[] gradient = logits.getGradient().toFloatArray();
            double expected = 0;
            for (int i = 0; i < LOGITS.length; i++) {
                double z = LOGITS[i];
                double y = TARGETS[i];
                double logOne = z > 0 ? -Math.log1p(Math.exp(-z)) : z - Math.log1p(Math.exp(z));
                double logZero = z > 0 ? -z - Math.log1p(Math.exp(-z)) : -Math.log1p(Math.exp(z));
                expected -= WEIGHTS[i] * (y * logOne + (1 - y) * logZero);
                double probability = 1 / (1 + Math.exp(-z));
                assertThat((double) gradient[i])
                        .isCloseTo(WEIGHTS[i] * (probability - y), within(1e-6));
            }
            assertThat((double) sum.getFloat()).isCloseTo(expected, within(1e-3));
        }
    }
}
