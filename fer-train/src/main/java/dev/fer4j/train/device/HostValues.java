package dev.fer4j.train.device;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Function;

/**
 * Reads the values of arrays, on any device.
 *
 * <p>For arrays that are on a GPU, {@link NDArray#toFloatArray} and the like leave a manager, and
 * in it a copy of the array on the CPU, attached to the array's manager until that is closed. If it
 * lives as long as a network or an optimizer, so do all copies. The methods here leave nothing.
 */
public final class HostValues {

    private HostValues() {}

    /** A copy of the elements of a float32 array, in row-major order. */
    public static float[] floats(NDArray array) {
        return read(array, NDArray::toFloatArray);
    }

    /** The value of a float32 array with a single element. */
    public static float number(NDArray array) {
        return floats(array)[0];
    }

    /**
     * The bytes of an array in row-major order, little endian. On a CPU this is the array's own
     * memory, not a copy, if its elements lie in that order; it is then valid while the array is
     * open.
     */
    public static ByteBuffer bytes(NDArray array) {
        return read(array, HostValues::ownBytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer ownBytes(NDArray only) {
        if (!only.getDevice().isGpu()) {
            ByteBuffer memory = only.toByteBuffer(true);
            // Memory in another order was copied to an array of the same manager.
            if (only.getManager().getManagedArrays().size() == 1) {
                return memory;
            }
        }
        return only.toByteBuffer(false);
    }

    private static <T> T read(NDArray array, Function<NDArray, T> reader) {
        try (NDManager scratch = array.getManager().newSubManager()) {
            // A second handle of the same memory: what DJL attaches to its manager ends with that.
            NDArray own = array.stopGradient();
            own.attach(scratch);
            return reader.apply(own);
        }
    }
}
