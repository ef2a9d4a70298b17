package dev.fer4j.train.weights;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A layer with weights in a Keras file.
 *
 * @param name its own, without those of models that it is in
 * @param weights by role, in the order of the file
 * @param others weights with an unknown role
 */
record KerasLayer(String name, Map<WeightRole, SourceTensor> weights, List<SourceTensor> others) {

    KerasLayer {
        weights = ImmutableMap.copyOf(weights);
        others = List.copyOf(others);
    }

    /** Its kind, if it has exactly the weights of one. */
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
