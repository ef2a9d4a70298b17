package dev.fer4j.synthesis.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.TensorInfo;
import dev.fer4j.train.tensor.TensorType;
import dev.fer4j.train.weights.WeightEntry;
import dev.fer4j.train.weights.WeightOutcome;
import dev.fer4j.train.weights.WeightsReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assigns the tensors of a file to the parameters of a network. */
final class TensorAssignment {

    private final NetworkTensors tensors;
    private final List<WeightEntry> entries = new ArrayList<>();
    private final Map<Parameter, TensorInfo> taken = new LinkedHashMap<>();

    /**
     * Compares names and shapes.
     *
     * @param parameters by path; untrained ones may be missing in the file
     */
    TensorAssignment(NetworkTensors tensors, Map<String, Parameter> parameters, int resolution) {
        this.tensors = tensors;
        Map<String, TensorInfo> left = new LinkedHashMap<>(tensors.byName());
        parameters.forEach(
                (path, parameter) -> {
                    String name = tensors.naming().name(tensors.part(), path, resolution);
                    take(
                            path,
                            tensors.nameInFile(path, resolution),
                            parameter,
                            Optional.ofNullable(left.remove(name)));
                });
        left.forEach(
                (name, tensor) -> {
                    Optional<String> needless = tensors.naming().needless(name);
                    entries.add(
                            new WeightEntry(
                                    needless.isPresent()
                                            ? WeightOutcome.SKIPPED
                                            : WeightOutcome.UNEXPECTED,
                                    Optional.of(tensor.name()),
                                    Optional.empty(),
                                    needless.orElse(tensor.shape().toString())));
                });
    }

    private void take(String path, String name, Parameter parameter, Optional<TensorInfo> tensor) {
        Shape shape = parameter.getShape();
        WeightOutcome outcome;
        String note = shape.toString();
        if (tensor.isEmpty()) {
            boolean trained = parameter.getType() != Parameter.Type.OTHER;
            outcome = trained ? WeightOutcome.MISSING : WeightOutcome.KEPT;
            note = trained ? note : "not trained, and not in the file";
        } else if (tensor.get().type() != TensorType.F32) {
            outcome = WeightOutcome.UNFIT;
            note = "is " + tensor.get().type() + ", expected F32";
        } else if (tensor.get().shape().equals(shape)) {
            outcome = WeightOutcome.LOADED;
        } else if (Arrays.equals(lengths(tensor.get().shape()), lengths(shape))) {
            outcome = WeightOutcome.RESHAPED;
            note = tensor.get().shape() + " to " + note;
        } else {
            outcome = WeightOutcome.UNFIT;
            note = "is " + tensor.get().shape() + ", expected " + note;
        }
        if (outcome == WeightOutcome.LOADED || outcome == WeightOutcome.RESHAPED) {
            taken.put(parameter, tensor.orElseThrow());
        }
        Optional<String> inFile =
                outcome == WeightOutcome.MISSING ? Optional.of(name) : tensor.map(TensorInfo::name);
        entries.add(new WeightEntry(outcome, inFile, Optional.of(path), note));
    }

    /** The shape without axes of length 1, which do not affect the order of elements. */
    private static long[] lengths(Shape shape) {
        return Arrays.stream(shape.getShape()).filter(length -> length != 1).toArray();
    }

    WeightsReport report(Path path, String sha256, Map<String, String> metadata) {
        return new WeightsReport(
                path.getFileName().toString(),
                tensors.naming().format(),
                sha256,
                metadata,
                entries,
                tensors.notes());
    }

    /** Whether the file has the parameter. */
    boolean has(Parameter parameter) {
        return taken.containsKey(parameter);
    }

    /** Sets the network's values after all of them have been read. */
    void apply(Path path, SafetensorsFile file) throws IOException {
        NDManager owner = taken.keySet().iterator().next().getArray().getManager();
        try (NDManager scratch = owner.newSubManager()) {
            Map<Parameter, NDArray> values = new LinkedHashMap<>();
            for (Map.Entry<Parameter, TensorInfo> entry : taken.entrySet()) {
                values.put(
                        entry.getKey(),
                        scratch.create(
                                read(path, file, entry.getValue()), entry.getKey().getShape()));
            }
            GradientMode.off(
                    () -> {
                        NDIndex all = new NDIndex("...");
                        values.forEach((parameter, value) -> parameter.getArray().set(all, value));
                        return values;
                    });
        }
    }

    private static float[] read(Path path, SafetensorsFile file, TensorInfo tensor)
            throws IOException {
        float[] values = file.readFloats(tensor.name());
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new InputException(
                        Problem.Kind.UNREADABLE,
                        path,
                        "has the value " + value + " in " + tensor.name(),
                        "download the file again, or train again from good weights");
            }
        }
        return values;
    }
}
