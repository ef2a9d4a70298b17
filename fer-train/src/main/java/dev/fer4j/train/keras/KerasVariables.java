package dev.fer4j.train.keras;

import dev.fer4j.train.hdf5.Hdf5Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The names of a layer's variables, which Keras 3 only numbers, in the order of their creation. */
final class KerasVariables {

    private KerasVariables() {}

    /**
     * Returns a name for each variable; if they are not those of the class, their numbers.
     *
     * @param type the class, as in the names of groups
     * @param config the layer's configuration, if it is known
     */
    static List<String> roles(
            String type, Optional<ConfigLayer> config, List<Hdf5Dataset> variables) {
        List<String> names = named(type, config, variables.size());
        return names.size() == variables.size()
                ? names
                : IntStream.range(0, variables.size()).mapToObj(i -> "vars/" + i).toList();
    }

    private static List<String> named(String type, Optional<ConfigLayer> config, int count) {
        List<String> names = new ArrayList<>();
        switch (type) {
            case "conv2d", "dense" -> names.add("kernel");
            case "depthwise_conv2d" -> names.add("depthwise_kernel");
            case "separable_conv2d" -> {
                names.add("depthwise_kernel");
                names.add("pointwise_kernel");
            }
            case "batch_normalization" -> {
                if (config.map(layer -> layer.has("scale")).orElse(true)) {
                    names.add("gamma");
                }
                if (config.map(layer -> layer.has("center")).orElse(true)) {
                    names.add("beta");
                }
                names.add("moving_mean");
                names.add("moving_variance");
                return names;
            }
            default -> {
                return names;
            }
        }
        if (count == names.size() + 1) {
            names.add("bias");
        }
        return names;
    }
}
