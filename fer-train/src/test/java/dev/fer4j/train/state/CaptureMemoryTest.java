package dev.fer4j.train.state;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaptureMemoryTest {

    private NDManager manager;
    private NDArray array;
    private int before;

    @BeforeEach
    void makeAnArray() {
        manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
        array = manager.create(new float[] {1, 2});
        before = arrays();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    private int arrays() {
        return manager.getParentManager().getManagedArrays().size();
    }

    private List<Tensor> tensors() {
        return List.of(Tensor.of("a", array));
    }

    private static float first(List<Tensor> copies) {
        ByteBuffer bytes = copies.get(0).data().get();
        assertThat(bytes.remaining()).isEqualTo(2 * Float.BYTES);
        return bytes.order(ByteOrder.LITTLE_ENDIAN).getFloat();
    }

    @Test
    void copiesStayWhateverBecomesOfTheirSource() {
        try (CaptureMemory memory = new CaptureMemory();
                CaptureMemory.Room one = memory.take();
                CaptureMemory.Room two = memory.take()) {
            List<Tensor> ones = one.copy(tensors());
            array.addi(4);
            List<Tensor> fives = two.copy(tensors());
            array.addi(4);
            assertThat(first(ones)).isEqualTo(1);
            assertThat(first(fives)).isEqualTo(5);
            assertThat(first(ones)).isEqualTo(1);
        }
        assertThat(arrays()).isEqualTo(before);
    }

    @Test
    void memoryIsUsedAgainAndFreedWhenNobodyNeedsItAnyMore() {
        CaptureMemory memory = new CaptureMemory();
        for (int i = 0; i < 3; i++) {
            try (CaptureMemory.Room room = memory.take()) {
                assertThat(first(room.copy(tensors()))).isEqualTo(1);
                assertThat(arrays()).isEqualTo(before + 1);
            }
        }
        CaptureMemory.Room open = memory.take();
        List<Tensor> copies = open.copy(tensors());
        memory.close();
        assertThat(first(copies)).isEqualTo(1);
        open.close();
        assertThat(arrays()).isEqualTo(before);
    }
}
