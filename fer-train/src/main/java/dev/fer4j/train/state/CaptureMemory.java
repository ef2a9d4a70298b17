package dev.fer4j.train.state;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reusable memory for copies of a training's tensors. Reuse matters because the first access to new
 * memory takes several times as long as the copy itself.
 *
 * <p>The memory is on the CPU, whatever the device of the training, and outside the Java heap. Its
 * size is that of all states open at the same time; it is freed when the training has ended and all
 * states are closed. States may be closed on any thread.
 */
public final class CaptureMemory implements AutoCloseable {

    private final Deque<Room> free = new ArrayDeque<>();
    private boolean closed;

    /** Returns room for one state, reused if possible. */
    public synchronized Room take() {
        return free.isEmpty() ? new Room() : free.pop();
    }

    private synchronized void giveBack(Room room) {
        if (closed) {
            room.manager.close();
        } else {
            free.push(room);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        free.forEach(room -> room.manager.close());
        free.clear();
    }

    /** Room for the tensors of one state, to be closed once. */
    public final class Room implements AutoCloseable {

        private final NDManager manager = PyTorch.engine().newBaseManager(Device.cpu());
        private final Map<String, ByteBuffer> memory = new HashMap<>();

        private Room() {}

        /**
         * Copies the current bytes of tensors.
         *
         * @param tensors tensors with distinct names, each of the same size as earlier tensors of
         *     its name
         * @return tensors with the same names, whose bytes are valid until this is closed
         */
        public List<Tensor> copy(List<Tensor> tensors) {
            return tensors.stream().map(this::copy).toList();
        }

        private Tensor copy(Tensor tensor) {
            ByteBuffer bytes = memory.computeIfAbsent(tensor.name(), name -> allocate(tensor));
            bytes.clear().put(tensor.data().get()).flip();
            return new Tensor(
                    tensor.name(),
                    tensor.type(),
                    tensor.shape(),
                    () -> bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN));
        }

        /**
         * Not a Java direct buffer, since the garbage collector would free it at an unknown time.
         */
        private ByteBuffer allocate(Tensor tensor) {
            return manager.create(new Shape(tensor.bytes()), DataType.UINT8).toByteBuffer(true);
        }

        /** Returns the memory for reuse. */
        @Override
        public void close() {
            giveBack(this);
        }
    }
}
