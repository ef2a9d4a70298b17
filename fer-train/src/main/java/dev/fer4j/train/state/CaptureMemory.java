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
 * Memory for copies of a training's tensors, which is used again: the first touch of new memory
 * takes several times as long as the copy that comes into it.
 *
 * <p>On the CPU, wherever training computes, and outside Java's heap. As much as the states that
 * are open at the same time need; it is freed when the training has ended and all of them are
 * closed. States may be closed on any thread.
 */
public final class CaptureMemory implements AutoCloseable {

    private final Deque<Room> free = new ArrayDeque<>();
    private boolean closed;

    /** Takes room for one state, used before if there is some. */
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
         * Copies the present bytes of tensors.
         *
         * @param tensors of different names, each with the size that one of its name had before
         * @return tensors of the same names whose bytes stay until this is closed
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

        /** Not a buffer of Java's: its collector would free that at some time, not at the end. */
        private ByteBuffer allocate(Tensor tensor) {
            return manager.create(new Shape(tensor.bytes()), DataType.UINT8).toByteBuffer(true);
        }

        /** Gives the memory back. */
        @Override
        public void close() {
            giveBack(this);
        }
    }
}
