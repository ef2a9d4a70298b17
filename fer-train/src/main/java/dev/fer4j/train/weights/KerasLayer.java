package dev.fer4j.train.weights;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A layer with weights in a Keras file.
 *
 * @param name its name, without those of enclosing models
 * @param weights its weights by role, in the order of the file
 * @param others weights with an unknown role
 */
record KerasLayer(String name, Map<WeightRole, SourceTensor> weights, List<SourceTensor> others) {

    KerasLayer {
        weights = ImmutableMap.copyOf(weights);
        others = List.copyOf(others);
    }

    /** Returns the kind of layer that has exactly these weights, if any. */
    Optional<LayerKind> kind() {
        Set<WeightRole> roles = weights.keySet();
        return Optional.of(roles)
                .filter(all -> others.isEmpty())
                .flatMap(
                        all ->
                                List.of(LayerKind.values()).stream()
                                        .filter(kind -> all.equals(Set.copyOf(kind.roles())))
                                        .findFirst());
    }
}
