package dev.fer4j.train.keras;

import static java.util.Objects.requireNonNull;

import dev.fer4j.train.hdf5.Hdf5Dataset;

/**
 * A weight of a layer.
 *
 * @param owner the layer, unique in the file
 * @param group the name of the model's own layer: that of a nested model, or this layer's. Unlike
 *     the names of weights, it is that of the configuration
 * @param layer the layer's name, without those of enclosing models
 * @param role the weight's name in the layer, such as {@code kernel}
 * @param name the weight's name in the file, for users
 * @param data its values
 */
public record KerasWeight(
        String owner, String group, String layer, String role, String name, Hdf5Dataset data) {

    public KerasWeight {
        requireNonNull(owner);
        requireNonNull(group);
        requireNonNull(layer);
        requireNonNull(role);
        requireNonNull(name);
        requireNonNull(data);
    }
}
