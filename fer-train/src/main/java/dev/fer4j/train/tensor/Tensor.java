package dev.fer4j.train.tensor;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.train.device.HostValues;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * A tensor to be written to a file.
 *
 * @param name its name, neither empty nor {@code __metadata__}
 * @param type type of its elements
 * @param shape its shape; elements are in row-major order
 * @param data its bytes, little endian, from position to limit; requested when the tensor is
 *     written, so that not all tensors need be in memory at once
 */
public record Tensor(String name, TensorType type, Shape shape, Supplier<ByteBuffer> data) {

    public Tensor {
        requireNonNull(type);
        requireNonNull(shape);
        requireNonNull(data);
        checkArgument(
                !name.isEmpty() && !name.equals("__metadata__"), "'%s' is not a tensor", name);
    }

    /**
     * Returns a tensor for an array, whose values are read when the tensor is written.
     *
     * @param array a float32 array on any device, open until then
     */
    public static Tensor of(String name, NDArray array) {
        checkArgument(
                array.getDataType() == DataType.FLOAT32, "%s is %s", name, array.getDataType());
        return new Tensor(name, TensorType.F32, array.getShape(), () -> HostValues.bytes(array));
    }

    public long bytes() {
        return Math.multiplyExact(TensorInfo.elements(shape), type.bytes());
    }
}
