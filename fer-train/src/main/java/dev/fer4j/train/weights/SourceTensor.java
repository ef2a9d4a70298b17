package dev.fer4j.train.weights;

import ai.djl.ndarray.types.Shape;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.TensorInfo;
import dev.fer4j.train.tensor.TensorType;
import java.io.IOException;
import java.util.List;

/**
 * A tensor of a file.
 *
 * @param name the file's
 * @param shape the file's
 * @param isFloat32 whether its elements are
 * @param axes for each axis of our parameter the file's; empty if they are the same
 * @param values reads it; to be called only if it is float32 and has the right size
 */
record SourceTensor(
        String name, Shape shape, boolean isFloat32, List<Integer> axes, Values values) {

    /** Reads a tensor. */
    @FunctionalInterface
    interface Values {
        float[] read() throws IOException;
    }

    SourceTensor {
        axes = List.copyOf(axes);
    }

    /** A tensor whose axes are ours. */
    static SourceTensor of(SafetensorsFile file, TensorInfo info) {
        return new SourceTensor(
                info.name(),
                info.shape(),
                info.type() == TensorType.F32,
                List.of(),
                () -> file.readFloats(info.name()));
    }

    /** The shape in our order of axes; the file's if it has another number of them. */
    Shape ourShape() {
        return axes.size() == shape.dimension() && !axes.isEmpty()
                ? new Shape(axes.stream().mapToLong(shape::get).toArray())
                : shape;
    }
}
