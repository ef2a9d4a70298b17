package dev.fer4j.train.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.TensorInfo;
import dev.fer4j.train.tensor.TensorType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Builds a network with the values of a file.
 *
 * <p>The values are supplied by an initializer: at that point DJL has derived the parameter's shape
 * from the configuration, so it is compared before an array is allocated.
 */
final class ModelReader {

    private final Path path;
    private final SafetensorsFile file;
    private final ModelDescription description;

    ModelReader(Path path, SafetensorsFile file, ModelDescription description) {
        this.path = path;
        this.file = file;
        this.description = description;
    }

    LoadedModel read(Device device) throws IOException {
        // The seed is not used: all values come from the file.
        Block network = description.backbone().build(new Seed(0));
        Map<String, Parameter> parameters = ParameterPaths.of(network);
        requireSameNames(parameters);
        parameters.forEach(
                (name, parameter) -> {
                    parameter.freeze(true);
                    parameter.setInitializer(
                            (manager, shape, type) -> values(name, parameter, shape, manager));
                });
        NDManager owner = PyTorch.engine().newBaseManager(device);
        int size = description.preprocessing().inputSize();
        try {
            CloseOnFailure.of(
                    owner::close,
                    () ->
                            GradientMode.off(
                                    () -> {
                                        network.initialize(
                                                owner,
                                                DataType.FLOAT32,
                                                new Shape(1, 3, size, size));
                                        return network;
                                    }));
            return new LoadedModel(description, network, owner);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void requireSameNames(Map<String, Parameter> parameters) {
        Set<String> missing = new TreeSet<>(parameters.keySet());
        missing.removeAll(file.tensors().keySet());
        Set<String> unexpected = new TreeSet<>(file.tensors().keySet());
        unexpected.removeAll(parameters.keySet());
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            throw unfit(
                    "lacks %s parameters %sand has %s that its network does not have %s"
                            .formatted(
                                    missing.size(),
                                    first(missing),
                                    unexpected.size(),
                                    first(unexpected)));
        }
    }

    private static String first(Set<String> names) {
        return names.isEmpty() ? "" : "(" + names.iterator().next() + ", …) ";
    }

    private NDArray values(String name, Parameter parameter, Shape shape, NDManager manager) {
        TensorInfo info = file.tensors().get(name);
        if (info.type() != TensorType.F32 || !info.shape().equals(shape)) {
            throw unfit(
                    "has %s as %s %s, expected F32 %s"
                            .formatted(name, info.type(), info.shape(), shape));
        }
        float[] values;
        try {
            values = file.readFloats(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean isVariance = parameter.getType() == Parameter.Type.RUNNING_VAR;
        for (float value : values) {
            if (!Float.isFinite(value) || (isVariance && value < 0)) {
                throw unfit("has the value " + value + " in " + name);
            }
        }
        return manager.create(values, shape);
    }

    private InputException unfit(String cause) {
        return new InputException(
                Problem.Kind.UNREADABLE, path, cause.strip(), "download or write the file again");
    }
}
