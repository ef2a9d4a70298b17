package dev.fer4j.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fer4j.eval.calibration.LogLoss;
import org.junit.jupiter.api.Test;

class BinaryCrossEntropyTest {

    private static final float[] LOGITS = {-200, -20, -1.5f, 0, 0.25f, 3, 40, 200};
    private static final float[] TARGETS = {1, 0, 1, 0, 1, 0, 1, 0};

    /**
     * Stored from {@code /usr/bin/python3 -c "import torch; print([round(x, 7) for x in
     * torch.nn.functional.binary_cross_entropy_with_logits(torch.tensor([-200, -20, -1.5, 0, .25,
     * 3, 40, 200], dtype=torch.float64), torch.tensor([1, 0, 1, 0, 1, 0, 1, 0.],
     * dtype=torch.float64), reduction='none').tolist()])"}.
     */
    private static final double[] EXPECTED = {
        200.0, 0.0, 1.7014133, 0.6931472, 0.5759394, 3.0485874, 0.0, 200.0
    };

    @Test
    void agreesWithPyTorchAndNeverOverflows() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Shape shape = new Shape(LOGITS.length, 1);
            float[] losses =
                    BinaryCrossEntropy.ofLogits(
                                    manager.create(LOGITS, shape), manager.create(TARGETS, shape))
                            .toFloatArray();
            for (int i = 0; i < losses.length; i++) {
                assertThat((double) losses[i]).isCloseTo(EXPECTED[i], within(1e-5));
                assertThat(LogLoss.ofLogit(LOGITS[i], (int) TARGETS[i]))
                        .isCloseTo(EXPECTED[i], within(1e-7));
            }
        }
    }

    @Test
    void gradientIsProbabilityMinusTarget() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray logits = manager.create(LOGITS);
            logits.setRequiresGradient(true);
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                gradients.backward(
                        BinaryCrossEntropy.ofLogits(logits, manager.create(TARGETS)).sum());
            }
            float[] gradient = logits.getGradient().toFloatArray();
            for (int i = 0; i < gradient.length; i++) {
                if (LOGITS[i] != 0) {
                    double probability = 1 / (1 + Math.exp(-LOGITS[i]));
                    assertThat((double) gradient[i])
                            .isCloseTo(probability - TARGETS[i], within(1e-6));
                }
            }
        }
    }
}
