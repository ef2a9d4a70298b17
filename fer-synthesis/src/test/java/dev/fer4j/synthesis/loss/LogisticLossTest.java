package dev.fer4j.synthesis.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class LogisticLossTest {

    @Test
    void lossesAreTheLogarithms() {
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            NDArray generated = manager.create(new float[] {0.5f, -2}, new Shape(2, 1));
            NDArray real = manager.create(new float[] {1, 3, -1}, new Shape(3, 1));
            assertThat(LogisticLoss.ofGenerator(generated).getFloat())
                    .isCloseTo((float) ((f(-0.5) + f(2)) / 2), within(1e-6f));
            assertThat(LogisticLoss.ofDiscriminator(generated, real).getFloat())
                    .isCloseTo(
                            (float) ((f(0.5) + f(-2)) / 2 + (f(-1) + f(-3) + f(1)) / 3),
                            within(1e-6f));
        }
    }

    @Test
    void largeLogitsDoNotOverflow() {
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            NDArray logits = manager.create(new float[] {-1e4f}, new Shape(1, 1));
            assertThat(LogisticLoss.ofGenerator(logits).getFloat()).isEqualTo(1e4f);
        }
    }

    private static double f(double x) {
        return Math.log1p(Math.exp(x));
    }
}
