package dev.fer4j.train.tensor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.Shape;

/**
 * The validated header entry of a tensor in a safetensors file.
 *
 * @param name its name, not empty
 * @param type type of its elements
 * @param shape its shape, without dimensions for a scalar; elements are in row-major order
 * @param begin offset of its first byte from the end of the header
 * @param bytes its length in bytes
 */
public record TensorInfo(String name, TensorType type, Shape shape, long begin, long bytes) {

    public TensorInfo {
        requireNonNull(type);
        checkArgument(!name.isEmpty(), "a tensor has a name");
        checkArgument(begin >= 0, "%s begins at %s", name, begin);
        checkArgument(
                bytes == Math.multiplyExact(elements(shape), type.bytes()),
                "%s has %s bytes for %s of %s",
                name,
                bytes,
                shape,
                type);
    }

    /** The offset just past its last byte, from the end of the header. */
    public long end() {
        return begin + bytes;
    }

    /**
     * Returns the product of all dimensions, 1 for a scalar.
     *
     * @throws ArithmeticException if it does not fit into a long
     */
    static long elements(Shape shape) {
        long elements = 1;
        for (long size : shape.getShape()) {
            elements = Math.multiplyExact(elements, size);
        }
        return elements;
    }
}
