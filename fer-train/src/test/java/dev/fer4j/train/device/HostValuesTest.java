package dev.fer4j.train.device;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a GPU: see {@link dev.fer4j.train.GpuCountsTest}. */
class HostValuesTest {

    private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    private final NDArray array = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
    private final NDArray transposed = array.transpose();

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void valuesAreInRowMajorOrder() {
        assertThat(HostValues.floats(array)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(HostValues.floats(transposed)).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(HostValues.number(array.sum())).isEqualTo(21);
    }

    @Test
    void bytesAreTheMemoryOfAnArrayIfTheyLieInOrder() {
        ByteBuffer own = HostValues.bytes(array);
        ByteBuffer copy = HostValues.bytes(transposed);
        array.addi(10);
        assertThat(own.getFloat(Float.BYTES)).isEqualTo(12);
        assertThat(copy.getFloat(Float.BYTES)).isEqualTo(4);
        assertThat(copy.remaining()).isEqualTo(6 * Float.BYTES);
    }

    @Test
    void nothingIsLeftBehind() {
        for (int i = 0; i < 1000; i++) {
            assertThat(HostValues.floats(transposed)).hasSize(6);
            assertThat(HostValues.bytes(transposed).hasRemaining()).isTrue();
        }
        assertThat(manager.getManagedArrays()).hasSize(2);
    }
}
