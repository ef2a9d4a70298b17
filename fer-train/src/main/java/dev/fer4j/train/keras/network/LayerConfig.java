package dev.fer4j.train.keras.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A layer in a model's configuration. Settings are read by any of their names; those that were not
 * read and say something are refused in the end.
 */
final class LayerConfig {

    /** Settings that do not change what a trained layer computes. */
    private static final Set<String> IGNORED =
            Set.of(
                    "name",
                    "trainable",
                    "dtype",
                    "input_dtype",
                    "batch_input_shape",
                    "input_dim",
                    "seed",
                    "sparse",
                    "ragged",
                    "init",
                    "fused",
                    "weights");

    private static final int LONGEST_VALUE = 60;

    private final Path path;
    private final String name;
    private final String type;
    private final JsonNode node;
    private final JsonNode settings;
    private final Set<String> known = new HashSet<>();

    private LayerConfig(Path path, String name, String type, JsonNode node) {
        this.path = path;
        this.name = name;
        this.type = type;
        this.node = node;
        this.settings = node.path("config");
    }

    static LayerConfig of(Path path, JsonNode node) {
        String type = node.path("class_name").asText();
        String name = node.path("name").asText(node.path("config").path("name").asText());
        return new LayerConfig(path, name, type.substring(type.lastIndexOf('>') + 1), node);
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    /** The calls of the layer, each with its inputs. */
    JsonNode calls() {
        return node.path("inbound_nodes");
    }

    /** Returns a setting by the first of its names that is given and not null. */
    Optional<JsonNode> setting(String... names) {
        known.addAll(Set.of(names));
        for (String one : names) {
            if (settings.hasNonNull(one)) {
                return Optional.of(settings.get(one));
            }
        }
        return Optional.empty();
    }

    /** A whole number. */
    int number(String... names) {
        return number(setting(names).orElseThrow(() -> missing(names)), names[0]);
    }

    int numberOr(int usual, String... names) {
        return setting(names).map(value -> number(value, names[0])).orElse(usual);
    }

    private int number(JsonNode value, String setting) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw refused(setting, value);
        }
        return value.intValue();
    }

    double decimalOr(double usual, String... names) {
        return setting(names).map(value -> decimal(value, names[0])).orElse(usual);
    }

    private double decimal(JsonNode value, String setting) {
        if (!value.isNumber()) {
            throw refused(setting, value);
        }
        return value.doubleValue();
    }

    Optional<Double> decimal(String... names) {
        return setting(names).map(value -> decimal(value, names[0]));
    }

    boolean flagOr(boolean usual, String... names) {
        return setting(names)
                .map(
                        value -> {
                            if (!value.isBoolean()) {
                                throw refused(names[0], value);
                            }
                            return value.booleanValue();
                        })
                .orElse(usual);
    }

    /** A number for both directions, or one for each. */
    Optional<SlidingWindow.Steps> steps(String... names) {
        return setting(names)
                .map(
                        value -> {
                            if (value.isArray() && value.size() != 2) {
                                throw refused(names[0], value);
                            }
                            return checked(
                                    () ->
                                            new SlidingWindow.Steps(
                                                    number(first(value), names[0]),
                                                    number(last(value), names[0])));
                        });
    }

    /** Two numbers of two, of one, or one for all: before and after the rows, then the columns. */
    LayerOperation.ZeroPad padding() {
        JsonNode value = setting("padding").orElseThrow(() -> missing("padding"));
        JsonNode rows = first(value);
        JsonNode columns = last(value);
        return new LayerOperation.ZeroPad(
                number(first(rows), "padding"),
                number(last(rows), "padding"),
                number(first(columns), "padding"),
                number(last(columns), "padding"));
    }

    private static JsonNode first(JsonNode value) {
        return value.isArray() ? value.path(0) : value;
    }

    private static JsonNode last(JsonNode value) {
        return value.isArray() ? value.path(value.size() - 1) : value;
    }

    /** Whether it pads. */
    private boolean padded() {
        Optional<JsonNode> mode = setting("padding", "border_mode");
        String text = mode.map(JsonNode::asText).orElse("valid");
        if (!text.equals("same") && !text.equals("valid")) {
            throw refused("padding", mode.orElseThrow());
        }
        return text.equals("same");
    }

    /** The window of a convolution. */
    SlidingWindow kernel() {
        SlidingWindow.Steps size =
                setting("nb_row").isPresent()
                        ? checked(() -> new SlidingWindow.Steps(number("nb_row"), number("nb_col")))
                        : steps("kernel_size").orElseThrow(() -> missing("kernel_size"));
        requireOne("groups");
        return new SlidingWindow(
                size,
                steps("strides", "subsample").orElse(SlidingWindow.Steps.ONE),
                steps("dilation_rate").orElse(SlidingWindow.Steps.ONE),
                padded());
    }

    private void requireOne(String setting) {
        setting(setting)
                .filter(value -> number(value, setting) != 1)
                .ifPresent(
                        value -> {
                            throw refused(setting, value);
                        });
    }

    /** The window of a pooling. */
    SlidingWindow pool() {
        SlidingWindow.Steps size = steps("pool_size").orElse(new SlidingWindow.Steps(2, 2));
        return new SlidingWindow(
                size, steps("strides").orElse(size), SlidingWindow.Steps.ONE, padded());
    }

    /** Requires that channels are last. */
    void requireChannelsLast() {
        setting("data_format", "dim_ordering")
                .filter(order -> !Set.of("channels_last", "tf", "default").contains(order.asText()))
                .ifPresent(
                        order -> {
                            throw refused("data_format", order);
                        });
    }

    /** Requires that channels, the last axis, are meant. */
    void requireLastAxis(int dimensions) {
        setting("axis")
                .filter(
                        axis -> {
                            int number = number(first(axis), "axis");
                            return (axis.isArray() && axis.size() != 1)
                                    || (number != -1 && number != dimensions - 1);
                        })
                .ifPresent(
                        axis -> {
                            throw refused("axis", axis);
                        });
    }

    /** Refuses settings that nobody asked for and that are not null, false or empty. */
    void requireNothingElse() {
        for (Map.Entry<String, JsonNode> field : settings.properties()) {
            String key = field.getKey();
            JsonNode value = field.getValue();
            boolean says =
                    !value.isNull()
                            && !(value.isBoolean() && !value.booleanValue())
                            && !(value.isContainerNode() && value.isEmpty());
            if (says && !known.contains(key) && !IGNORED.contains(key) && !isOfTraining(key)) {
                throw refused(key, value);
            }
        }
    }

    private static boolean isOfTraining(String key) {
        return key.endsWith("_initializer")
                || key.endsWith("_init")
                || key.endsWith("_regularizer")
                || key.endsWith("_constraint");
    }

    /** Makes something of settings; what its constructor refuses is a problem of this layer. */
    <T> T checked(Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    Problem.Kind.UNEXPECTED_LAYOUT,
                    path,
                    about("cannot be built: " + e.getMessage()),
                    "docs/weights.md lists what can be",
                    e);
        }
    }

    InputException refused(String setting, JsonNode value) {
        String text = value.toString();
        return problem(
                "has %s %s, which is not supported"
                        .formatted(
                                setting,
                                text.length() > LONGEST_VALUE
                                        ? text.substring(0, LONGEST_VALUE) + "…"
                                        : text),
                "docs/weights.md lists what is");
    }

    private InputException missing(String... names) {
        return problem("has no " + names[0], "save the model in Keras again");
    }

    InputException problem(String cause, String mend) {
        return new InputException(Problem.Kind.UNEXPECTED_LAYOUT, path, about(cause), mend);
    }

    private String about(String cause) {
        return "layer '%s' of the class %s %s".formatted(name, type, cause);
    }
}
