package dev.fer4j.train.weights;

import ai.djl.ndarray.types.Shape;
import com.google.common.collect.ImmutableList;
import dev.fer4j.train.keras.KerasFile;
import dev.fer4j.train.xception.Fixture;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Node;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files as Keras of other times would have written the fixture's weights. */
public final class KerasWriting {

    /** A weight by its name in the attribute {@code weight_names}. */
    public record Weight(String name, Shape shape, List<Float> values) {

        public Weight {
            values = List.copyOf(values);
        }

        Weight named(String other) {
            return new Weight(other, shape, values);
        }
    }

    /** A group of the file. */
    record Layer(String name, LayerKind kind, List<Weight> weights) {}

    private KerasWriting() {}

    /** The fixture's layers, under the names that it has. */
    static List<Layer> fixture(Path folder) throws IOException {
        ImmutableList.Builder<Layer> layers = ImmutableList.builder();
        try (KerasFile file = KerasFile.open(Fixture.hdf5(folder))) {
            for (KerasLayer layer : KerasLayer.of(file)) {
                List<Weight> weights = new ArrayList<>();
                for (Map.Entry<WeightRole, SourceTensor> entry : layer.weights().entrySet()) {
                    SourceTensor tensor = entry.getValue();
                    List<Float> values = new ArrayList<>();
                    for (float value : tensor.values().read()) {
                        values.add(value);
                    }
                    // From "/block1_conv1/block1_conv1/kernel:0" to what the attribute says.
                    String name = tensor.name().substring(tensor.name().indexOf('/') + 1);
                    weights.add(new Weight(name, tensor.shape(), values));
                }
                layers.add(new Layer(layer.name(), layer.kind().orElseThrow(), weights));
            }
        }
        return layers.build();
    }

    /**
     * Writes a file.
     *
     * @param inModel whether all is in a group {@code model_weights}
     */
    static Path write(Path file, boolean inModel, List<Layer> layers) {
        try (WritableHdfFile out = HdfFile.write(file)) {
            WritableGroup root = inModel ? out.putGroup("model_weights") : out;
            root.putAttribute(
                    "layer_names", layers.stream().map(Layer::name).toArray(String[]::new));
            for (Layer layer : layers) {
                WritableGroup group = root.putGroup(layer.name());
                group.putAttribute(
                        "weight_names",
                        layer.weights().stream().map(Weight::name).toArray(String[]::new));
                layer.weights().forEach(weight -> put(group, weight));
            }
        }
        return file;
    }

    /** Puts a weight into a group, or a group in it if its name has slashes. */
    public static void put(WritableGroup group, Weight weight) {
        WritableGroup owner = group;
        String[] parts = weight.name().split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            Node child = owner.getChildren().get(parts[i]);
            owner = child == null ? owner.putGroup(parts[i]) : (WritableGroup) child;
        }
        owner.putDataset(parts[parts.length - 1], nested(weight, 0, 0));
    }

    /** Arrays of arrays, from which jHDF takes the shape. */
    private static Object nested(Weight weight, int axis, int from) {
        int size = (int) weight.shape().get(axis);
        if (axis == weight.shape().dimension() - 1) {
            float[] row = new float[size];
            for (int i = 0; i < size; i++) {
                row[i] = weight.values().get(from + i);
            }
            return row;
        }
        int stride = (int) weight.shape().slice(axis + 1).size();
        Object first = nested(weight, axis + 1, from);
        Object array = Array.newInstance(first.getClass(), size);
        for (int i = 0; i < size; i++) {
            Array.set(array, i, nested(weight, axis + 1, from + i * stride));
        }
        return array;
    }
}
