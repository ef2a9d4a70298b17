package dev.fer4j.synthesis.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/**
 * Creates arrays in memory that PyTorch owns.
 *
 * <p>The memory of arrays from {@link NDManager#create} is a Java buffer, which is valid only until
 * the array is closed. A graph that needs the array's values for gradients keeps the tensor but not
 * the buffer: once the array is closed, it reads arbitrary memory.
 */
public final class OwnedArrays {

    private OwnedArrays() {}

    /**
     * Creates an array of floating-point values.
     *
     * @param manager owns it
     * @param values from position to limit
     * @param type float32 or float64
     */
    public static NDArray of(NDManager manager, FloatBuffer values, Shape shape, DataType type) {
        return owned(manager, values, shape, type);
    }

    /** Creates an array of indices, int64. */
    public static NDArray of(NDManager manager, LongBuffer values, Shape shape) {
        return owned(manager, values, shape, DataType.INT64);
    }

    private static NDArray owned(NDManager manager, Buffer values, Shape shape, DataType type) {
        // An arithmetic operation, since duplicate() would go through a Java buffer again.
        try (NDArray borrowed = manager.create(values, shape);
                NDArray zeros = manager.zeros(shape, type)) {
            return zeros.add(borrowed);
        }
    }
}
