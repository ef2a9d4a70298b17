package dev.fer4j.synthesis.internal;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Arithmetic with scalars that a graph may keep, and that no device has to wait for.
 *
 * <p>{@link NDArray#mul(Number)} and similar methods put the scalar into a Java buffer that nothing
 * references once they return, while PyTorch keeps the tensor for the gradient: after a garbage
 * collection the gradient is multiplied by arbitrary memory. On a device other than the CPU, they
 * also copy the buffer there and wait until the device has finished all earlier work. The scalars
 * here lie in PyTorch's memory of the CPU, from which it passes them to a device with the operation
 * itself.
 */
public final class Scalars {

    private Scalars() {}

    /**
     * A scalar as an operand.
     *
     * @return {@code ()}, of the array's type, on the CPU whatever the array's device is; belongs
     *     to its manager. Only for element-wise operations with arrays of that type
     */
    public static NDArray of(NDArray array, double value) {
        return JniUtils.full(
                (PtNDManager) array.getManager(),
                new Shape(),
                value,
                array.getDataType(),
                Device.cpu(),
                SparseFormat.DENSE);
    }

    /** {@code array · factor}, of the array's type; belongs to its manager. */
    public static NDArray times(NDArray array, double factor) {
        try (NDArray number = of(array, factor)) {
            return array.mul(number);
        }
    }

    /** Adds a scalar in place; returns the array. */
    public static NDArray addTo(NDArray array, double term) {
        try (NDArray number = of(array, term)) {
            return array.addi(number);
        }
    }

    /** {@code 1 / √array}, of the array's type; belongs to its manager. */
    public static NDArray inverseRoot(NDArray array) {
        try (NDArray one = of(array, 1);
                NDArray root = array.sqrt()) {
            return one.div(root);
        }
    }

    /** The mean over some axes, which are dropped; belongs to the array's manager. */
    public static NDArray mean(NDArray array, int... axes) {
        try (NDArray sum = array.sum(axes)) {
            return times(sum, (double) sum.size() / array.size());
        }
    }
}
