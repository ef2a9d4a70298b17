package dev.fer4j.train.keras.network;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Iterables;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.train.keras.KerasFile;
import dev.fer4j.train.keras.network.LayerOperation.AveragePool;
import dev.fer4j.train.keras.network.LayerOperation.Convolution;
import dev.fer4j.train.keras.network.LayerOperation.Dense;
import dev.fer4j.train.keras.network.LayerOperation.Depthwise;
import dev.fer4j.train.keras.network.LayerOperation.Drop;
import dev.fer4j.train.keras.network.LayerOperation.Flat;
import dev.fer4j.train.keras.network.LayerOperation.GlobalPool;
import dev.fer4j.train.keras.network.LayerOperation.Input;
import dev.fer4j.train.keras.network.LayerOperation.MaxPool;
import dev.fer4j.train.keras.network.LayerOperation.Nonlinear;
import dev.fer4j.train.keras.network.LayerOperation.Norm;
import dev.fer4j.train.keras.network.LayerOperation.Rescale;
import dev.fer4j.train.keras.network.LayerOperation.Separable;
import dev.fer4j.train.keras.network.LayerOperation.Sum;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the network from a model's configuration, as Keras 1 to 3 write it. */
final class ModelConfig {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_LAYERS = 5_000;

    private static final String SUPPORTED =
            "supported are InputLayer, Conv2D, SeparableConv2D, DepthwiseConv2D, Dense,"
                    + " BatchNormalization, Activation, ReLU, LeakyReLU, ELU, Softmax,"
                    + " MaxPooling2D, AveragePooling2D, GlobalAveragePooling2D,"
                    + " GlobalMaxPooling2D, Dropout, Flatten, Add, ZeroPadding2D, Rescaling";

    private final Path path;
    private final Map<String, LayerConfig> configs = new LinkedHashMap<>();
    private final Map<String, List<String>> inputs = new HashMap<>();

    private final List<NetworkLayer> layers = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();

    /** The layer that has the output of a layer of the file. */
    private final Map<String, String> outputs = new HashMap<>();

    private ModelConfig(Path path) {
        this.path = path;
    }

    static KerasNetwork network(Path path, KerasFile file) {
        if ("theano".equals(file.metadata().get("backend"))) {
            throw problem(
                    path,
                    "was written with the backend theano, whose kernels are flipped",
                    "save the model in Keras with TensorFlow");
        }
        JsonNode config =
                file.config()
                        .orElseThrow(
                                () ->
                                        problem(
                                                path,
                                                "has weights, but no configuration of a model",
                                                "save the whole model in Keras, as .keras or .h5"));
        return new ModelConfig(path).read(config);
    }

    private KerasNetwork read(JsonNode model) {
        JsonNode config = model.path("config");
        // Keras 1 writes the layers of a Sequential without anything around them.
        JsonNode all = config.isArray() ? config : config.path("layers");
        if (!all.isArray() || all.isEmpty() || all.size() > MOST_LAYERS) {
            throw problem(
                    path,
                    "has a configuration of the class %s with %s layers"
                            .formatted(model.path("class_name").asText(), all.size()),
                    "save a Sequential or Functional model with 1 to " + MOST_LAYERS);
        }
        for (JsonNode node : all) {
            LayerConfig layer = LayerConfig.of(path, node);
            if (layer.name().isEmpty()
                    || layer.name().length() > LONGEST_NAME
                    || configs.put(layer.name(), layer) != null) {
                throw layer.problem("has no name of its own", "save the model in Keras again");
            }
        }
        String last =
                config.has("output_layers")
                        ? functional(config.path("output_layers"))
                        : sequential(config, all.get(0));
        order(last).forEach(this::add);
        return finish();
    }

    private String functional(JsonNode ends) {
        List<String> names = new ArrayList<>();
        collect(ends, names);
        if (names.size() != 1 || !configs.containsKey(names.get(0))) {
            throw problem(
                    path,
                    "has a model with the outputs " + names,
                    "save a model with one output, a layer of it");
        }
        configs.forEach((name, layer) -> inputs.put(name, called(layer)));
        return names.get(0);
    }

    /** The inputs of a layer. */
    private List<String> called(LayerConfig layer) {
        List<String> names = new ArrayList<>();
        JsonNode calls = layer.calls();
        // A tensor by itself was called once.
        if (calls.size() > 1 && !calls.path(0).isTextual()) {
            throw layer.problem(
                    "is used %s times".formatted(calls.size()),
                    "only models that use each layer once are supported");
        }
        collect(calls, names);
        return names;
    }

    /** Finds the tensors in a call: [name, 0, 0] or, in Keras 3, with names of fields. */
    private void collect(JsonNode node, List<String> names) {
        if (node.isArray() && node.path(0).isTextual() && node.path(1).isNumber()) {
            if (node.path(1).asInt() != 0 || node.path(2).asInt() != 0) {
                throw problem(
                        path,
                        "has a model that uses an output of %s other than the first"
                                .formatted(node.path(0).asText()),
                        "only models that use each layer once are supported");
            }
            names.add(node.path(0).asText());
        } else if (node.isArray()) {
            node.forEach(child -> collect(child, names));
        } else if (node.has("keras_history")) {
            collect(node.path("keras_history"), names);
        } else if (node.has("args")) {
            collect(node.path("args"), names);
        } else if (node.has("class_name")) {
            collect(node.path("config"), names);
        }
    }

    private String sequential(JsonNode config, JsonNode first) {
        String before = "";
        for (LayerConfig layer : configs.values()) {
            inputs.put(layer.name(), before.isEmpty() ? List.of() : List.of(before));
            before = layer.name();
        }
        LayerConfig start = configs.get(Iterables.get(configs.keySet(), 0));
        if (!start.type().equals("InputLayer")) {
            JsonNode shape = first.path("config").path("batch_input_shape");
            String name = unused("input");
            addInput(name, start, shape.isArray() ? shape : config.path("build_input_shape"));
            inputs.put(start.name(), List.of(name));
        }
        return before;
    }

    private String unused(String name) {
        String free = name;
        for (int i = 2; configs.containsKey(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    /** A layer whose inputs are being ordered. */
    private record Visit(String name, Iterator<String> left) {}

    /** The layers that lead to the last one, each after its inputs. */
    private List<LayerConfig> order(String last) {
        List<LayerConfig> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>(outputs.keySet());
        Set<String> open = new HashSet<>();
        Deque<Visit> stack = new ArrayDeque<>();
        stack.push(new Visit(last, inputs.get(last).iterator()));
        open.add(last);
        while (!stack.isEmpty()) {
            Visit visit = stack.peek();
            if (!visit.left().hasNext()) {
                stack.pop();
                open.remove(visit.name());
                done.add(visit.name());
                ordered.add(configs.get(visit.name()));
                continue;
            }
            String next = visit.left().next();
            if (!done.contains(next)) {
                LayerConfig layer = configs.get(next);
                if (layer == null) {
                    throw configs.get(visit.name())
                            .problem(
                                    "has the input '" + next + "', which is no layer",
                                    "save the model in Keras again");
                }
                if (open.contains(next)) {
                    throw layer.problem(
                            "is its own input, by way of " + visit.name(),
                            "save the model in Keras again");
                }
                open.add(next);
                stack.push(new Visit(next, inputs.get(next).iterator()));
            }
        }
        return ordered;
    }

    private void add(LayerConfig layer) {
        if (layer.type().equals("InputLayer")) {
            addInput(
                    layer.name(),
                    layer,
                    layer.setting("batch_shape", "batch_input_shape")
                            .orElseThrow(() -> noShape(layer)));
            return;
        }
        List<String> from = inputs.get(layer.name()).stream().map(outputs::get).toList();
        if (from.isEmpty()) {
            throw layer.problem("has no input", "save the model in Keras again");
        }
        Shape in = shapes.get(from.get(0));
        LayerOperation operation = layer.checked(() -> operation(layer, in));
        Optional<LayerOperation> activation =
                layer.setting("activation")
                        .filter(value -> !layer.type().equals("Activation"))
                        .map(value -> activation(layer, value))
                        .filter(function -> function.function() != Nonlinearity.LINEAR)
                        .map(function -> function);
        layer.requireNothingElse();
        String name = append(layer, layer.name(), operation, from);
        if (activation.isPresent()) {
            Nonlinear function = (Nonlinear) activation.get();
            name =
                    append(
                            layer,
                            name + "_" + function.function().name().toLowerCase(Locale.ROOT),
                            function,
                            List.of(name));
        }
        outputs.put(layer.name(), name);
    }

    /** Adds a layer and checks its shapes. */
    private String append(
            LayerConfig layer, String name, LayerOperation operation, List<String> from) {
        NetworkLayer added =
                layer.checked(
                        () -> new NetworkLayer(stageName(name), layer.name(), operation, from));
        Shape out =
                layer.checked(
                        () ->
                                operation.output(
                                        from.isEmpty()
                                                ? KerasNetwork.imageShape(added)
                                                : KerasNetwork.joined(added, shapes)));
        layers.add(added);
        shapes.put(added.name(), out);
        return added.name();
    }

    /** A name of a stage that no layer has yet. */
    private String stageName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
        plain = plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
        plain = plain.matches("[a-z].*") ? plain : "layer_" + plain;
        String free = plain;
        for (int i = 2; shapes.containsKey(free); i++) {
            free = plain + "_" + i;
        }
        return free;
    }

    private void addInput(String name, LayerConfig layer, JsonNode shape) {
        boolean square =
                shape.size() == 4
                        && shape.path(1).canConvertToInt()
                        && shape.path(1).asInt() == shape.path(2).asInt();
        if (!square) {
            throw layer.problem(
                    "has images of the shape " + shape,
                    "supported are square ones of a fixed size, with the channels last");
        }
        Input input =
                layer.checked(
                        () ->
                                new Input(
                                        shape.path(1).asInt(),
                                        shape.path(3).asInt(),
                                        PixelRange.MINUS_ONE_TO_ONE));
        if (!layers.isEmpty()) {
            throw layer.problem("is a second input", "save a model with one input");
        }
        outputs.put(name, append(layer, name, input, List.of()));
    }

    private static InputException noShape(LayerConfig layer) {
        return layer.problem("has no shape", "save the model in Keras again");
    }

    private LayerOperation operation(LayerConfig layer, Shape in) {
        switch (layer.type()) {
            case "Conv2D", "Convolution2D" -> {
                layer.requireChannelsLast();
                return new Convolution(
                        layer.number("filters", "nb_filter"),
                        layer.kernel(),
                        layer.flagOr(true, "use_bias", "bias"));
            }
            case "DepthwiseConv2D" -> {
                layer.requireChannelsLast();
                return new Depthwise(
                        layer.numberOr(1, "depth_multiplier"),
                        layer.kernel(),
                        layer.flagOr(true, "use_bias", "bias"));
            }
            case "SeparableConv2D", "SeparableConvolution2D" -> {
                layer.requireChannelsLast();
                return new Separable(
                        layer.number("filters", "nb_filter"),
                        layer.numberOr(1, "depth_multiplier"),
                        layer.kernel(),
                        layer.flagOr(true, "use_bias", "bias"));
            }
            case "Dense" -> {
                return new Dense(
                        layer.number("units", "output_dim"),
                        layer.flagOr(true, "use_bias", "bias"));
            }
            case "BatchNormalization", "BatchNormalizationV1", "BatchNormalizationV2" -> {
                layer.requireLastAxis(in.dimension());
                if (layer.numberOr(0, "mode") != 0) {
                    throw layer.refused("mode", layer.setting("mode").orElseThrow());
                }
                return new Norm(
                        layer.decimalOr(1e-3, "epsilon"),
                        layer.decimalOr(0.99, "momentum"),
                        layer.flagOr(true, "scale"),
                        layer.flagOr(true, "center"));
            }
            case "MaxPooling2D" -> {
                layer.requireChannelsLast();
                return new MaxPool(layer.pool());
            }
            case "AveragePooling2D" -> {
                layer.requireChannelsLast();
                return new AveragePool(layer.pool());
            }
            case "GlobalAveragePooling2D", "GlobalMaxPooling2D" -> {
                layer.requireChannelsLast();
                return new GlobalPool(layer.type().contains("Max"));
            }
            case "Dropout" -> {
                return new Drop(layer.decimalOr(0, "rate", "p"));
            }
            case "Flatten" -> {
                layer.requireChannelsLast();
                return new Flat();
            }
            case "Add" -> {
                return new Sum();
            }
            case "Merge" -> {
                Optional<JsonNode> mode = layer.setting("mode");
                layer.setting(
                        "mode_type",
                        "concat_axis",
                        "dot_axes",
                        "output_shape_type",
                        "output_mask_type");
                if (mode.isPresent() && !mode.get().asText().equals("sum")) {
                    throw layer.refused("mode", mode.get());
                }
                return new Sum();
            }
            case "ZeroPadding2D" -> {
                layer.requireChannelsLast();
                return layer.padding();
            }
            case "Rescaling" -> {
                return new Rescale(layer.decimalOr(1, "scale"), layer.decimalOr(0, "offset"));
            }
            default -> {
                return nonlinear(layer, in);
            }
        }
    }

    private Nonlinear nonlinear(LayerConfig layer, Shape in) {
        switch (layer.type()) {
            case "Activation" -> {
                return activation(
                        layer, layer.setting("activation").orElseThrow(() -> noFunction(layer)));
            }
            case "ReLU" -> {
                double slope = layer.decimalOr(0, "negative_slope");
                Optional<Double> most = layer.decimal("max_value");
                if (layer.decimalOr(0, "threshold") != 0 || (slope != 0 && most.isPresent())) {
                    throw layer.problem(
                            "has a threshold, or both a slope and a maximum", "use Activation");
                }
                return slope == 0
                        ? new Nonlinear(Nonlinearity.RELU, 0, most)
                        : new Nonlinear(Nonlinearity.LEAKY_RELU, slope, most);
            }
            case "LeakyReLU" -> {
                double slope = layer.decimalOr(0.3, "negative_slope", "alpha");
                return new Nonlinear(Nonlinearity.LEAKY_RELU, slope, Optional.empty());
            }
            case "ELU" -> {
                return new Nonlinear(
                        Nonlinearity.ELU, layer.decimalOr(1, "alpha"), Optional.empty());
            }
            case "Softmax" -> {
                layer.requireLastAxis(in.dimension());
                return new Nonlinear(Nonlinearity.SOFTMAX, 0, Optional.empty());
            }
            default -> throw layer.problem("is not supported", SUPPORTED);
        }
    }

    private static InputException noFunction(LayerConfig layer) {
        return layer.problem("has no activation", "save the model in Keras again");
    }

    /** An activation by its name, which Keras 3 may wrap. */
    private static Nonlinear activation(LayerConfig layer, JsonNode value) {
        JsonNode name =
                value.path("class_name").asText().equals("function") ? value.path("config") : value;
        Optional<Double> none = Optional.empty();
        return switch (name.asText()) {
            case "linear" -> new Nonlinear(Nonlinearity.LINEAR, 0, none);
            case "relu" -> new Nonlinear(Nonlinearity.RELU, 0, none);
            case "relu6" -> new Nonlinear(Nonlinearity.RELU, 0, Optional.of(6.0));
            case "leaky_relu" -> new Nonlinear(Nonlinearity.LEAKY_RELU, 0.2, none);
            case "elu" -> new Nonlinear(Nonlinearity.ELU, 1, none);
            case "sigmoid" -> new Nonlinear(Nonlinearity.SIGMOID, 0, none);
            case "tanh" -> new Nonlinear(Nonlinearity.TANH, 0, none);
            case "softmax" -> new Nonlinear(Nonlinearity.SOFTMAX, 0, none);
            default -> throw layer.refused("activation", value);
        };
    }

    /** Leaves out the function that makes probabilities, and chooses the range of pixels. */
    private KerasNetwork finish() {
        Nonlinearity leftOut = Nonlinearity.LINEAR;
        NetworkLayer last = layers.get(layers.size() - 1);
        if (last.operation() instanceof Nonlinear end
                && (end.function() == Nonlinearity.SOFTMAX
                        || end.function() == Nonlinearity.SIGMOID)) {
            leftOut = end.function();
            layers.remove(last);
        }
        try {
            KerasNetwork network = new KerasNetwork(layers, leftOut);
            return layers.stream()
                    .filter(layer -> layer.inputs().equals(List.of(layers.get(0).name())))
                    .map(NetworkLayer::operation)
                    .filter(Rescale.class::isInstance)
                    .map(Rescale.class::cast)
                    .findFirst()
                    .map(
                            rescaling ->
                                    network.withRange(
                                            Math.abs(rescaling.scale()) < 1
                                                    ? PixelRange.ZERO_TO_255
                                                    : PixelRange.ZERO_TO_ONE))
                    .orElse(network);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    path,
                    "has a model that cannot be used: " + e.getMessage(),
                    "supported are classifiers of images of at most 2048 pixels",
                    e);
        }
    }

    private static InputException problem(Path path, String cause, String mend) {
        return new InputException(Problem.Kind.UNEXPECTED_LAYOUT, path, cause, mend);
    }
}
