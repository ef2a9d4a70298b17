package dev.fer4j.train.tensor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.Shape;

/**
 * What a safetensors file says of a tensor, checked.
 *
 * @param name not empty
 * @param type of its elements
 * @param shape of no dimension for a single number; elements lie row by row
 * @param begin where its bytes begin, counted from the end of the header
 * @param bytes how many they are: elements times the size of one
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

    /**
     * Where its bytes end, counted from the end of the header; the byte there belongs to another
     * tensor.
     */
    public long end() {
        return begin + bytes;
    }

    /**
     * The product of all sizes, 1 of none.
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
