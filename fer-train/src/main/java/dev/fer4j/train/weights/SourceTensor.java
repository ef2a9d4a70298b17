package dev.fer4j.train.weights;

import ai.djl.ndarray.types.Shape;
import dev.fer4j.train.hdf5.Hdf5Dataset;
import dev.fer4j.train.keras.KerasWeight;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.TensorInfo;
import dev.fer4j.train.tensor.TensorType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A tensor in a file.
 *
 * @param name its name in the file
 * @param shape its shape in the file
 * @param isFloat32 whether its elements are float32
 * @param axes for each axis of our parameter, the axis in the file; empty if they are the same
 * @param values reads its values; to be called only if it is float32 and has the right size
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

    /** Returns a tensor with the same axes as our parameter. */
    static SourceTensor of(SafetensorsFile file, TensorInfo info) {
        return new SourceTensor(
                info.name(),
                info.shape(),
                info.type() == TensorType.F32,
                List.of(),
                () -> file.readFloats(info.name()));
    }

    /** Returns a tensor of a Keras file with the axes of a role, if that is known. */
    static SourceTensor of(KerasWeight weight, Optional<WeightRole> role) {
        return new SourceTensor(
                weight.name(),
                weight.data().shape(),
                weight.data().isFloat32(),
                role.map(WeightRole::axesOfKeras).orElse(List.of()),
                weight.data()::floats);
    }

    /** Returns a tensor that is not a weight. */
    static SourceTensor of(Hdf5Dataset data) {
        return new SourceTensor(
                data.name(), data.shape(), data.isFloat32(), List.of(), data::floats);
    }

    /**
     * Returns the shape in our order of axes, or the file's shape if the number of axes differs. In
     * a depthwise kernel, the channels of each input channel are joined: {@code (in · m, 1, h, w)}.
     */
    Shape ourShape() {
        if (axes.size() != shape.dimension() || axes.isEmpty()) {
            return shape;
        }
        Shape moved = new Shape(axes.stream().mapToLong(shape::get).toArray());
        return axes.equals(WeightRole.DEPTHWISE.axesOfKeras())
                ? new Shape(moved.get(0) * moved.get(1), 1, moved.get(2), moved.get(3))
                : moved;
    }
}
