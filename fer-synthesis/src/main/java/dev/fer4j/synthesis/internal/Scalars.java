package dev.fer4j.synthesis.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Arithmetic with scalars that a graph may keep.
 *
 * <p>{@link NDArray#mul(Number)} and similar methods put the scalar into a Java buffer that nothing
 * references once they return, while PyTorch keeps the tensor for the gradient: after a garbage
 * collection the gradient is multiplied by arbitrary memory. The methods here keep scalars in
 * PyTorch's memory. Sums need no such care, since their gradient does not depend on the scalar.
 */
public final class Scalars {

    private Scalars() {}

    /** {@code array · factor}, of the array's type; belongs to its manager. */
    public static NDArray times(NDArray array, double factor) {
        try (NDArray number = number(array, factor)) {
            return array.mul(number);
        }
    }

    /** {@code 1 / √array}, of the array's type; belongs to its manager. */
    public static NDArray inverseRoot(NDArray array) {
        try (NDArray one = number(array, 1);
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

    private static NDArray number(NDArray like, double value) {
        return like.getManager().full(new Shape(), (float) value, like.getDataType());
    }
}
