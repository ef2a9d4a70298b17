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
import dev.fer4j.train.GradientMode;
import dev.fer4j.train.ParameterPaths;
import dev.fer4j.train.xception.XceptionConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which tensors of a file become which weights of a network. */
final class WeightAssignment {

    private final XceptionConfig config;
    private final Map<String, Parameter> parameters;
    private final WeightSource source;
    private final HeadPolicy policy;
    private final WeightSource.Matching matching;
    private final List<WeightEntry> entries = new ArrayList<>();
    private final Map<Parameter, SourceTensor> taken = new LinkedHashMap<>();

    WeightAssignment(XceptionConfig config, Block network, WeightSource source, HeadPolicy policy) {
        this.config = config;
        this.parameters = ParameterPaths.of(network);
        this.source = source;
        this.policy = policy;
        List<XceptionLayer> layers = XceptionLayer.of(config);
        requireSame(layers);
        matching = source.match(layers);
        boolean keepsHead = keepsHead();
        for (XceptionLayer layer : layers) {
            for (WeightRole role : layer.kind().roles()) {
                String path = layer.path(role);
                Optional<SourceTensor> tensor = Optional.ofNullable(matching.byPath().get(path));
                if (layer.isHead() && keepsHead) {
                    keep(path, tensor);
                } else {
                    take(path, tensor);
                }
            }
        }
        for (SourceTensor tensor : matching.surplusHead()) {
            addWithoutWeight(
                    policy == HeadPolicy.REQUIRED
                            ? WeightOutcome.UNEXPECTED
                            : WeightOutcome.SKIPPED,
                    tensor.name(),
                    "of a further layer, " + tensor.shape());
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

    private void requireSame(List<XceptionLayer> layers) {
        List<String> expected =
                layers.stream()
                        .flatMap(layer -> layer.kind().roles().stream().map(layer::path))
                        .sorted()
                        .toList();
        checkArgument(
                expected.equals(parameters.keySet().stream().sorted().toList()),
                "the network is not of the configuration %s",
                config);
    }

    private boolean keepsHead() {
        if (policy != HeadPolicy.IF_IT_FITS) {
            return policy == HeadPolicy.KEPT;
        }
        return LayerKind.DENSE.roles().stream()
                .map(role -> XceptionLayer.HEAD + "." + role.ours())
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
                                : "is not float32";
            }
        }
        entries.add(
                new WeightEntry(outcome, tensor.map(SourceTensor::name), Optional.of(path), note));
    }

    private void addWithoutWeight(WeightOutcome outcome, String name, String note) {
        entries.add(new WeightEntry(outcome, Optional.of(name), Optional.empty(), note));
    }

    WeightsReport report(Path path, String sha256) {
        List<String> notes = new ArrayList<>();
        Optional.ofNullable(source.metadata().get(XceptionExport.PROFILE))
                .filter(profile -> !profile.equals(config.profile().name()))
                .ifPresent(
                        profile ->
                                notes.add(
                                        "written from a network of the profile "
                                                + profile
                                                + "; this one is "
                                                + config.profile()
                                                + " and gives other logits"));
        return new WeightsReport(
                path.getFileName().toString(),
                source.format(),
                sha256,
                source.metadata(),
                entries,
                notes);
    }

    /** Changes the network's values, after all of them were read. */
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
                        new Problem(
                                Problem.Kind.UNREADABLE,
                                path.toString(),
                                "has the value " + value + " in " + tensor.name(),
                                "get the file again, or train again from good weights"));
            }
        }
        Shape shape = tensor.shape();
        NDArray array = scratch.create(values, shape);
        int[] axes = tensor.axes().stream().mapToInt(Integer::intValue).toArray();
        return axes.length == 0 ? array : array.transpose(axes);
    }
}
