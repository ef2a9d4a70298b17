package dev.fer4j.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fer4j.synthesis.internal.OwnedArrays;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnedArraysTest {

    private static final int SIZE = 1 << 18;

    /** With an array of {@code manager.create} alone, other buffers would lie there by then. */
    @Test
    void aGraphReadsWhatWasThereAfterTheArrayIsClosed() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            NDArray weight = manager.ones(new Shape(SIZE));
            weight.setRequiresGradient(true);
            for (int round = 0; round < 20; round++) {
                try (GradientCollector gradients =
                        Engine.getEngine("PyTorch").newGradientCollector()) {
                    NDArray product;
                    try (NDArray values = sevens(manager)) {
                        product = weight.mul(values);
                    }
                    overwrite();
                    gradients.backward(product.sum());
                }
                int rounds = round + 1;
                for (float gradient : weight.getGradient().toFloatArray()) {
                    assertThat(gradient == 7 * rounds).isTrue();
                }
            }
        }
    }

    private static NDArray sevens(NDManager manager) {
        FloatBuffer values = FloatBuffer.allocate(SIZE);
        while (values.hasRemaining()) {
            values.put(7);
        }
        return OwnedArrays.of(manager, values.flip(), new Shape(SIZE), DataType.FLOAT32);
    }

    /** Frees buffers that nobody holds, and fills memory of their size. */
    private static void overwrite() {
        System.gc();
        List<ByteBuffer> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE * Float.BYTES);
            while (buffer.hasRemaining()) {
                buffer.put((byte) 1);
            }
            others.add(buffer);
        }
        assertThat(others).hasSize(20);
    }
}
