package dev.fer4j.synthesis.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fer4j.train.device.ScriptedOperation;
import java.util.Locale;

/** Shifts an array by one element along an axis; the last element becomes the first. */
public final class CyclicShift {

    private final ScriptedOperation operation;

    /** Loads the operation for a manager, which owns it. */
    public CyclicShift(NDManager manager, int axis) {
        this.operation =
                ScriptedOperation.ofOne(
                        manager, String.format(Locale.ROOT, "torch.roll(a, [1], [%d])", axis));
    }

    /** The shifted array; belongs to the array's manager. */
    public NDArray apply(NDArray array) {
        return operation.apply(array);
    }
}
