package dev.fer4j.train.keras.network;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Seed;
import dev.fer4j.train.keras.KerasFile;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.RandomValues;
import dev.fer4j.train.network.StagedBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of a Keras model, as its own file describes it: images {@code (N, 3, H, W)}, float32
 * in [−1, 1], to logits {@code (N, K)}, where K is {@link #outputs}.
 *
 * <p>If the model ends in softmax or sigmoid, that is left out, so that the network gives logits;
 * {@link #leftOut} says which it was. A model of grey images computes grey from red, green and blue
 * first. The image size is that of the file.
 *
 * <p>Stages are the layers through which all of the network passes, from one to the next: a layer
 * outside of branches is a stage of its own, and a layer that joins branches, such as {@code
 * add_1}, is a stage together with the layers of these branches. They have the names of layers in
 * the file, with other characters than letters, digits and underscores replaced; an activation that
 * belongs to another layer follows it as {@code conv2d_1_relu}. Batch normalization and dropout
 * have the constants of the file; regularizers, optimizers and losses in it are ignored.
 *
 * @param layers the layers, the {@link LayerOperation.Input} first, each after its inputs, the last
 *     one the output; each other is the input of another
 * @param leftOut the function that made probabilities of the logits in the file; {@link
 *     Nonlinearity#LINEAR} if there was none
 */
public record KerasNetwork(List<NetworkLayer> layers, Nonlinearity leftOut) implements Backbone {

    /** The largest height and width of images, in pixels. */
    static final int LARGEST_INPUT = 2048;

    private static final int MOST_LAYERS = 5_000;
    private static final long MOST_PARAMETERS = 1L << 28;

    /** Values of the feature maps of a layer, for one image. */
    private static final long MOST_VALUES = 1L << 27;

    public KerasNetwork {
        requireNonNull(leftOut);
        layers = ImmutableList.copyOf(layers);
        checkArgument(
                !layers.isEmpty() && layers.size() <= MOST_LAYERS,
                "%s layers, expected 1 to %s",
                layers.size(),
                MOST_LAYERS);
        outputs(layers);
    }

    /**
     * Reads the network of a whole-model file: HDF5 of Keras 1 and 2 ({@code .h5}, {@code .hdf5})
     * or a {@code .keras} archive. Its weights are loaded by {@link
     * dev.fer4j.train.weights.WeightsFile}.
     *
     * <p>Pixel values are expected to be in [−1, 1] unless a {@code Rescaling} follows the input:
     * then from 0 to 255 if it scales down, else from 0 to 1. See {@link #withRange}.
     *
     * @throws dev.fer4j.core.InputException if the file does not exist, is damaged or has only
     *     weights, or its model has a layer, an activation or a setting that is not supported,
     *     which the message names
     */
    public static KerasNetwork read(Path path) throws IOException {
        try (KerasFile file = KerasFile.open(path)) {
            return ModelConfig.network(path, file);
        }
    }

    /** The height and width of its images, in pixels. */
    @JsonIgnore
    public int size() {
        return input().size();
    }

    /** The number of channels of the images in the file's model: 1 for grey, 3 for colour. */
    @JsonIgnore
    public int channels() {
        return input().channels();
    }

    /** The number of logits, K. */
    @JsonIgnore
    public int outputs() {
        return (int) outputs(layers);
    }

    /** Returns a copy that gives the model pixel values of another range. */
    public KerasNetwork withRange(PixelRange range) {
        NetworkLayer first = layers.get(0);
        return new KerasNetwork(
                ImmutableList.<NetworkLayer>builder()
                        .add(
                                new NetworkLayer(
                                        first.name(),
                                        first.source(),
                                        new LayerOperation.Input(size(), channels(), range),
                                        first.inputs()))
                        .addAll(layers.subList(1, layers.size()))
                        .build(),
                leftOut);
    }

    private LayerOperation.Input input() {
        return (LayerOperation.Input) layers.get(0).operation();
    }

    /** Its image size: a network with {@code Flatten} has no other. */
    @Override
    public int smallestInput() {
        return size();
    }

    /** The number of outputs, after a check of names, inputs, shapes and sizes. */
    private static long outputs(List<NetworkLayer> layers) {
        checkArgument(
                layers.get(0).operation() instanceof LayerOperation.Input input,
                "the first layer is not the input");
        Map<String, Shape> shapes = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        Shape last = imageShape(layers.get(0));
        long parameters = 0;
        for (NetworkLayer layer : layers) {
            checkArgument(layer.inputs().isEmpty() == shapes.isEmpty(), "two inputs, or none");
            Shape in = layer.inputs().isEmpty() ? last : joined(layer, shapes);
            layer.inputs().forEach(name -> uses.merge(name, 1, Integer::sum));
            last = layer.operation().output(in);
            parameters += layer.operation().parameters(in);
            checkArgument(
                    last.size() >= 1 && last.size() <= MOST_VALUES,
                    "%s has the output %s, which is empty or too large",
                    layer.name(),
                    last);
            checkArgument(
                    parameters <= MOST_PARAMETERS, "more than %s parameters", MOST_PARAMETERS);
            checkArgument(shapes.put(layer.name(), last) == null, "two layers %s", layer.name());
        }
        checkArgument(
                uses.size() == layers.size() - 1
                        && !uses.containsKey(layers.get(layers.size() - 1).name()),
                "a layer leads nowhere");
        checkArgument(
                last.dimension() == 2, "the last layer gives %s, not a number per class", last);
        return last.get(1);
    }

    static Shape imageShape(NetworkLayer first) {
        int size = ((LayerOperation.Input) first.operation()).size();
        return new Shape(1, 3, size, size);
    }

    /**
     * The shape of the sum of a layer's inputs.
     *
     * @throws IllegalArgumentException if an input is unknown, or they differ
     */
    static Shape joined(NetworkLayer layer, Map<String, Shape> shapes) {
        Shape first = shapes.get(layer.inputs().get(0));
        for (String name : layer.inputs()) {
            Shape shape = shapes.get(name);
            checkArgument(shape != null, "%s comes before its input %s", layer.name(), name);
            checkArgument(
                    shape.equals(first),
                    "%s adds inputs of the shapes %s and %s",
                    layer.name(),
                    first,
                    shape);
        }
        return first;
    }

    /**
     * The paths of the blocks that compute the layers, by the names of layers: the beginning of the
     * paths of their parameters, before a dot.
     */
    public Map<String, String> paths() {
        ImmutableMap.Builder<String, String> found = ImmutableMap.builder();
        for (List<NetworkLayer> stage : stages()) {
            String name = stage.get(stage.size() - 1).name();
            for (NetworkLayer layer : stage) {
                found.put(layer.name(), isGraph(stage) ? name + "." + layer.name() : name);
            }
        }
        return found.buildOrThrow();
    }

    /** The layers in groups that each end where the network has no branches. */
    private List<List<NetworkLayer>> stages() {
        Map<String, Integer> lastUse = new HashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            for (String name : layers.get(i).inputs()) {
                lastUse.put(name, i);
            }
        }
        ImmutableList.Builder<List<NetworkLayer>> stages = ImmutableList.builder();
        int begin = 0;
        int furthest = 0;
        for (int i = 0; i < layers.size(); i++) {
            if (furthest <= i) {
                stages.add(layers.subList(begin, i + 1));
                begin = i + 1;
            }
            furthest = Math.max(furthest, lastUse.getOrDefault(layers.get(i).name(), i));
        }
        return stages.build();
    }

    private static boolean isGraph(List<NetworkLayer> stage) {
        return stage.size() > 1 || stage.get(0).inputs().size() > 1;
    }

    @Override
    public StagedBlock build(Seed seed) {
        Map<String, Block> blocks = new LinkedHashMap<>();
        String before = "";
        for (List<NetworkLayer> stage : stages()) {
            NetworkLayer last = stage.get(stage.size() - 1);
            blocks.put(
                    last.name(),
                    isGraph(stage) ? new LayerGraph(before, stage) : last.operation().block());
            before = last.name();
        }
        StagedBlock network = new StagedBlock(blocks);
        ParameterPaths.of(network)
                .forEach(
                        (path, parameter) -> {
                            if (parameter.getType() == Parameter.Type.WEIGHT) {
                                parameter.setInitializer(RandomValues.glorot(seed.derive(path)));
                            }
                        });
        return network;
    }

    /** Size, channels and numbers of layers and outputs. */
    @Override
    public String toString() {
        return "Keras network of %s layers for %s × %s %s images with %s outputs"
                .formatted(
                        layers.size(),
                        size(),
                        size(),
                        channels() == 1 ? "grey" : "colour",
                        outputs());
    }
}
