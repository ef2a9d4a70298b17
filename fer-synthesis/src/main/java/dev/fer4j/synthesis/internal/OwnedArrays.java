package dev.fer4j.synthesis.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/**
 * Arrays of Java's numbers in memory that PyTorch owns.
 *
 * <p>Arrays of {@link NDManager#create} live in a Java buffer, which is valid only until the array
 * is closed. A graph that needs the array's values for gradients keeps the tensor and not the
 * buffer: once the array is closed, it reads whatever lies there then.
 */
public final class OwnedArrays {

    private OwnedArrays() {}

    /**
     * An array of numbers.
     *
     * @param manager owns it
     * @param values from position to limit
     * @param type float32 or float64
     */
    public static NDArray of(NDManager manager, FloatBuffer values, Shape shape, DataType type) {
        return owned(manager, values, shape, type);
    }

    /** An array of indices, int64. */
    public static NDArray of(NDManager manager, LongBuffer values, Shape shape) {
        return owned(manager, values, shape, DataType.INT64);
    }

    private static NDArray owned(NDManager manager, Buffer values, Shape shape, DataType type) {
        // Arithmetic, since duplicate() goes through a buffer of Java's again.
        try (NDArray borrowed = manager.create(values, shape);
                NDArray zeros = manager.zeros(shape, type)) {
            return zeros.add(borrowed);
        }
    }
}
