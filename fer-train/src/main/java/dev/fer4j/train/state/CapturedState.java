package dev.fer4j.train.state;

import dev.fer4j.train.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everything that a training needs to resume from the same bits: scalar values as JSON, and copies
 * of all tensors. Owns native memory until it is closed; may be read and closed by any thread.
 */
public final class CapturedState implements AutoCloseable {

    private final CaptureMemory.Room room;
    private final String json;
    private final List<Tensor> tensors;

    private final Optional<CapturedState> shared;
    private final AtomicInteger holders = new AtomicInteger(1);

    /**
     * Creates a state.
     *
     * @param room the memory of the copies
     * @param shared another state whose tensors are also part of this one, and which stays open as
     *     long
     */
    public CapturedState(
            CaptureMemory.Room room,
            String json,
            List<Tensor> tensors,
            Optional<CapturedState> shared) {
        this.room = room;
        this.json = json;
        this.tensors = List.copyOf(tensors);
        this.shared = shared;
        shared.ifPresent(other -> other.holders.incrementAndGet());
    }

    /** A JSON object on one line. */
    public String json() {
        return json;
    }

    /**
     * Returns the tensors: weights {@code weights/<path>}, including running statistics, best
     * weights {@code best/}, Adam's moments {@code adam.mean/} and {@code adam.variance/}, averaged
     * weights {@code average/}, accumulated gradients {@code gradient/}, the scored samples of this
     * epoch {@code score/}, and all of these again under {@code good/} if training may roll back.
     * Their bytes may be read until this is closed.
     */
    public List<Tensor> tensors() {
        return tensors;
    }

    @Override
    public void close() {
        if (holders.decrementAndGet() == 0) {
            room.close();
            shared.ifPresent(CapturedState::close);
        }
    }
}
