package dev.fer4j.synthesis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;
import dev.fer4j.train.network.GradientMode;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What demodulation is for (Karras et al. 2020a, section 2.2). */
class DemodulationTest {

    @Test
    void outputsHaveUnitVarianceWhateverTheStyles() {
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
            ParameterScope scope = ParameterScope.root(manager, DataType.FLOAT32, new Seed(1));
            ModulatedConvolution layer = ModulatedConvolution.plain(scope, 8, 16, 16);
            double variance =
                    GradientMode.off(
                            () -> {
                                NDArray maps = draws(manager, 1, 8, 16, 66, 66);
                                NDArray styles = draws(manager, 10, 8, 8);
                                NDArray output = layer.forward(maps, styles, 1);
                                // Not where the zeros about the maps are seen.
                                NDArray inner = output.get(new NDIndex(":, :, 1:-1, 1:-1"));
                                return (double) inner.square().mean().getFloat();
                            });
            assertThat(variance).isCloseTo(1, within(0.02));
        }
    }

    private static NDArray draws(NDManager manager, float deviation, long... shape) {
        Random random = new Random(4);
        FloatBuffer values = FloatBuffer.allocate((int) new Shape(shape).size());
        while (values.hasRemaining()) {
            values.put(deviation * (float) random.nextGaussian());
        }
        return manager.create(values.flip(), new Shape(shape));
    }
}
