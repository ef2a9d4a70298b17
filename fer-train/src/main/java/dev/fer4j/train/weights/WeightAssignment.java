package dev.fer4j.train.weights;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The assignment of a file's tensors to the weights of a network. */
final class WeightAssignment {

    /** The note on a tensor of another type. */
    static final String NOT_FLOAT = "is not float32";

    private final Backbone backbone;
    private final Map<String, Parameter> parameters;
    private final WeightSource source;
    private final HeadPolicy policy;
    private final WeightSource.Matching matching;
    private final List<WeightEntry> entries = new ArrayList<>();
    private final Map<Parameter, SourceTensor> taken = new LinkedHashMap<>();

    WeightAssignment(Backbone backbone, Block network, WeightSource source, HeadPolicy policy) {
        this.parameters = ParameterPaths.of(network);
        this.source = source;
        this.policy = policy;
        this.backbone = backbone;
        requireSame();
        matching = source.match(backbone, parameters.keySet());
        boolean keepsHead = keepsHead();
        for (String path : parameters.keySet()) {
            Optional<SourceTensor> tensor = Optional.ofNullable(matching.byPath().get(path));
            if (isHead(path) && keepsHead) {
                keep(path, tensor);
            } else {
                take(path, tensor);
            }
        }
        for (SourceTensor tensor : matching.surplusHead()) {
            addWithoutWeight(
                    policy == HeadPolicy.REQUIRED
                            ? WeightOutcome.UNEXPECTED
                            : WeightOutcome.SKIPPED,
                    tensor.name(),
                    "of an additional layer, " + tensor.shape());
        }
        matching.skipped()
                .forEach((name, why) -> addWithoutWeight(WeightOutcome.SKIPPED, name, why));
        matching.unexpected()
                .forEach(
                        tensor ->
                                addWithoutWeight(
                                        WeightOutcome.UNEXPECTED,
                                        tensor.name(),
                                        tensor.shape().toString()));
    }

    /** The structure of custom backbones is unknown and cannot be checked. */
    private void requireSame() {
        if (!(backbone instanceof Xception config)) {
            return;
        }
        List<String> expected =
                XceptionLayer.of(config).stream()
                        .flatMap(layer -> layer.kind().roles().stream().map(layer::path))
                        .sorted()
                        .toList();
        checkArgument(
                expected.equals(parameters.keySet().stream().sorted().toList()),
                "the network is not of the configuration %s",
                config);
    }

    private static boolean isHead(String path) {
        return path.startsWith(XceptionLayer.HEAD + ".");
    }

    private boolean keepsHead() {
        if (policy != HeadPolicy.IF_IT_FITS) {
            return policy == HeadPolicy.KEPT;
        }
        return parameters.keySet().stream()
                .filter(WeightAssignment::isHead)
                .anyMatch(
                        path ->
                                Optional.ofNullable(matching.byPath().get(path))
                                        .filter(tensor -> fits(tensor, parameters.get(path)))
                                        .isEmpty());
    }

    private static boolean fits(SourceTensor tensor, Parameter parameter) {
        return tensor.isFloat32() && tensor.ourShape().equals(parameter.getShape());
    }

    private void keep(String path, Optional<SourceTensor> tensor) {
        entries.add(
                new WeightEntry(
                        WeightOutcome.KEPT,
                        Optional.empty(),
                        Optional.of(path),
                        "keeps the values it has"));
        tensor.ifPresent(
                found ->
                        addWithoutWeight(
                                WeightOutcome.SKIPPED,
                                found.name(),
                                "the last layer of the file, " + found.shape()));
    }

    private void take(String path, Optional<SourceTensor> tensor) {
        Parameter parameter = parameters.get(path);
        WeightOutcome outcome = WeightOutcome.MISSING;
        String note = parameter.getShape().toString();
        if (tensor.isPresent()) {
            SourceTensor found = tensor.get();
            boolean moved = !found.axes().isEmpty();
            if (fits(found, parameter)) {
                outcome = moved ? WeightOutcome.RESHAPED : WeightOutcome.LOADED;
                note = moved ? found.shape() + " to " + note : note;
                taken.put(parameter, found);
            } else {
                outcome = WeightOutcome.UNFIT;
                note =
                        found.isFloat32()
                                ? "is " + found.ourShape() + ", expected " + note
                                : NOT_FLOAT;
            }
        }
        Optional<String> name =
                tensor.map(SourceTensor::name)
                        .or(() -> Optional.ofNullable(matching.expected().get(path)));
        entries.add(new WeightEntry(outcome, name, Optional.of(path), note));
    }

    private void addWithoutWeight(WeightOutcome outcome, String name, String note) {
        entries.add(new WeightEntry(outcome, Optional.of(name), Optional.empty(), note));
    }

    WeightsReport report(Path path, String sha256) {
        return new WeightsReport(
                path.getFileName().toString(),
                source.format(),
                sha256,
                source.metadata(),
                entries,
                Stream.concat(matching.notes().stream(), source.notes(backbone).stream()).toList());
    }

    /** Sets the network's values after reading all of them. */
    void apply(Path path) throws IOException {
        if (taken.isEmpty()) {
            return;
        }
        NDManager owner = taken.keySet().iterator().next().getArray().getManager();
        try (NDManager scratch = owner.newSubManager()) {
            Map<Parameter, NDArray> values = new LinkedHashMap<>();
            for (Map.Entry<Parameter, SourceTensor> entry : taken.entrySet()) {
                values.put(entry.getKey(), read(path, entry.getKey(), entry.getValue(), scratch));
            }
            GradientMode.off(
                    () -> {
                        NDIndex all = new NDIndex("...");
                        values.forEach((parameter, value) -> parameter.getArray().set(all, value));
                        return values;
                    });
        }
    }

    private static NDArray read(
            Path path, Parameter parameter, SourceTensor tensor, NDManager scratch)
            throws IOException {
        float[] values = tensor.values().read();
        boolean isVariance = parameter.getType() == Parameter.Type.RUNNING_VAR;
        for (float value : values) {
            if (!Float.isFinite(value) || (isVariance && value < 0)) {
                throw new InputException(
                        Problem.Kind.UNREADABLE,
                        path,
                        "has the value " + value + " in " + tensor.name(),
                        "download the file again, or train again from good weights");
            }
        }
        Shape shape = tensor.shape();
        NDArray array = scratch.create(values, shape);
        int[] axes = tensor.axes().stream().mapToInt(Integer::intValue).toArray();
        return axes.length == 0 ? array : array.transpose(axes).reshape(tensor.ourShape());
    }
}
