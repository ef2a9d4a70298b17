package dev.fer4j.train.weights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.fer4j.train.keras.KerasFile;
import dev.fer4j.train.keras.KerasWeight;
import dev.fer4j.train.keras.network.KerasNetwork;
import dev.fer4j.train.keras.network.LayerOperation;
import dev.fer4j.train.keras.network.NetworkLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Matches the weights of a Keras file to the network of its configuration: layers by name, the
 * weights of a layer by their order, as Keras does, since their names vary.
 */
record KerasNetworkMatch(KerasNetwork network, KerasFile file) {

    /**
     * A weight that a layer has.
     *
     * @param path the end of our parameter's path
     */
    private record Slot(String path, WeightRole role) {

        static Slot of(WeightRole role) {
            return new Slot(role.ours(), role);
        }
    }

    /**
     * Matches them.
     *
     * @param skipped values that are not needed, with the reasons
     */
    WeightSource.Matching of(Map<String, String> skipped) {
        Map<String, List<KerasWeight>> byLayer =
                file.weights().stream()
                        .collect(groupingBy(KerasWeight::group, LinkedHashMap::new, toList()));
        Map<String, String> paths = network.paths();
        Map<String, SourceTensor> found = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        List<SourceTensor> unexpected = new ArrayList<>(KerasSource.needed(file));
        for (NetworkLayer layer : network.layers()) {
            List<Slot> slots = slots(layer.operation());
            if (slots.isEmpty()) {
                continue;
            }
            List<KerasWeight> own =
                    Optional.ofNullable(byLayer.remove(layer.source())).orElse(List.of());
            for (int i = 0; i < slots.size(); i++) {
                Slot slot = slots.get(i);
                String path = paths.get(layer.name()) + "." + slot.path();
                expected.put(path, layer.source() + "/" + slot.role().keras());
                if (i < own.size()) {
                    found.put(path, SourceTensor.of(own.get(i), Optional.of(slot.role())));
                }
            }
            own.stream()
                    .skip(slots.size())
                    .map(weight -> SourceTensor.of(weight, Optional.empty()))
                    .forEach(unexpected::add);
        }
        byLayer.values().stream()
                .flatMap(List::stream)
                .map(weight -> SourceTensor.of(weight, Optional.empty()))
                .forEach(unexpected::add);
        return new WeightSource.Matching(found, List.of(), skipped, unexpected)
                .withExpected(expected);
    }

    private static List<Slot> slots(LayerOperation operation) {
        List<Slot> slots = new ArrayList<>();
        boolean bias = false;
        String shift = "bias";
        if (operation instanceof LayerOperation.Convolution convolution) {
            slots.add(Slot.of(WeightRole.KERNEL));
            bias = convolution.bias();
        } else if (operation instanceof LayerOperation.Depthwise depthwise) {
            slots.add(new Slot("weight", WeightRole.DEPTHWISE));
            bias = depthwise.bias();
        } else if (operation instanceof LayerOperation.Separable separable) {
            slots.add(Slot.of(WeightRole.DEPTHWISE));
            slots.add(Slot.of(WeightRole.POINTWISE));
            bias = separable.bias();
            shift = "pointwise.bias";
        } else if (operation instanceof LayerOperation.Dense dense) {
            slots.add(Slot.of(WeightRole.DENSE_KERNEL));
            bias = dense.bias();
        } else if (operation instanceof LayerOperation.Norm norm) {
            if (norm.scale()) {
                slots.add(Slot.of(WeightRole.GAMMA));
            }
            if (norm.center()) {
                slots.add(Slot.of(WeightRole.BETA));
            }
            slots.add(Slot.of(WeightRole.MEAN));
            slots.add(Slot.of(WeightRole.VARIANCE));
        }
        if (bias) {
            slots.add(new Slot(shift, WeightRole.BIAS));
        }
        return slots;
    }
}
