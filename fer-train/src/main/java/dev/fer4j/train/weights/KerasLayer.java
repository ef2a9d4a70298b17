package dev.fer4j.train.weights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableMap;
import dev.fer4j.train.keras.KerasFile;
import dev.fer4j.train.keras.KerasWeight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /** Returns the layers of a file, in its order. */
    static List<KerasLayer> of(KerasFile file) {
        Map<String, List<KerasWeight>> byOwner =
                file.weights().stream()
                        .collect(groupingBy(KerasWeight::owner, LinkedHashMap::new, toList()));
        return byOwner.values().stream().map(KerasLayer::of).toList();
    }

    private static KerasLayer of(List<KerasWeight> own) {
        Map<WeightRole, SourceTensor> weights = new LinkedHashMap<>();
        List<SourceTensor> others = new ArrayList<>();
        for (KerasWeight weight : own) {
            boolean flat = weight.data().shape().dimension() == 2;
            Optional<WeightRole> role =
                    WeightRole.ofKeras(weight.role())
                            .map(
                                    found ->
                                            found == WeightRole.KERNEL && flat
                                                    ? WeightRole.DENSE_KERNEL
                                                    : found);
            SourceTensor tensor = SourceTensor.of(weight, role);
            if (role.isEmpty() || weights.putIfAbsent(role.get(), tensor) != null) {
                others.add(tensor);
            }
        }
        return new KerasLayer(own.get(0).layer(), weights, others);
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
