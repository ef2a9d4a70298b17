package dev.fer4j.train.weights;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The role of a weight in its layer, and its name and layout in files. */
enum WeightRole {
    /** {@code (out, in, h, w)} here and in PyTorch, {@code (h, w, in, out)} in Keras. */
    KERNEL("weight", "weight", List.of("kernel", "W"), List.of(3, 2, 0, 1)),
    /** {@code (in · m, 1, h, w)} here and in PyTorch, {@code (h, w, in, m)} in Keras. */
    DEPTHWISE("depthwise.weight", "conv1.weight", List.of("depthwise_kernel"), List.of(2, 3, 0, 1)),
    POINTWISE(
            "pointwise.weight",
            "pointwise.weight",
            List.of("pointwise_kernel"),
            List.of(3, 2, 0, 1)),
    GAMMA("gamma", "weight", List.of("gamma"), List.of()),
    BETA("beta", "bias", List.of("beta"), List.of()),
    MEAN("runningMean", "running_mean", List.of("moving_mean", "running_mean"), List.of()),
    /** Keras 1 called it a standard deviation but stored the variance. */
    VARIANCE("runningVar", "running_var", List.of("moving_variance", "running_std"), List.of()),
    /** {@code (out, in)} here and in PyTorch, {@code (in, out)} in Keras. */
    DENSE_KERNEL("weight", "weight", List.of("kernel", "W"), List.of(1, 0)),
    BIAS("bias", "bias", List.of("bias", "b"), List.of());

    private final String ours;
    private final String torch;
    private final ImmutableList<String> keras;
    private final ImmutableList<Integer> axesOfKeras;

    WeightRole(String ours, String torch, List<String> keras, List<Integer> axesOfKeras) {
        this.ours = ours;
        this.torch = torch;
        this.keras = ImmutableList.copyOf(keras);
        this.axesOfKeras = ImmutableList.copyOf(axesOfKeras);
    }

    /** The last part of our parameter's path, after the layer's path and a dot. */
    String ours() {
        return ours;
    }

    /** The last part of timm's name, after the layer's name and a dot. */
    String torch() {
        return torch;
    }

    /** The name in current Keras files. */
    String keras() {
        return keras.get(0);
    }

    /** For each of our axes, the axis in Keras; empty if they are the same. */
    List<Integer> axesOfKeras() {
        return axesOfKeras;
    }

    /**
     * Returns the role with which a weight's name in a Keras file ends: {@code kernel} itself or,
     * in old files, for example {@code convolution2d_1_W}. Kernels of convolutions and dense layers
     * have the same name; the role for convolutions is returned.
     */
    static Optional<WeightRole> ofKeras(String name) {
        record Named(WeightRole role, String name) {}

        return Stream.of(values())
                .filter(role -> role != DENSE_KERNEL)
                .flatMap(role -> role.keras.stream().map(alias -> new Named(role, alias)))
                .filter(named -> name.equals(named.name()) || name.endsWith("_" + named.name()))
                // "depthwise_kernel" ends with "_kernel" too.
                .max(Comparator.comparingInt((Named named) -> named.name().length()))
                .map(Named::role);
    }
}
