package dev.fer4j.train.weights;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pairs our layers with those of a Keras file.
 *
 * <p>Layers with the application's names are matched by name, and those of the shortcuts, which
 * Keras numbers in order of creation, by order. The files published in 2016 use different names
 * throughout, so all layers are matched by order; this is accepted only if the kinds of layers
 * follow each other exactly as expected, since two batch normalizations cannot be told apart. Files
 * of Keras 3 without a configuration keep only the order of layers of one kind, which is enough if
 * the file has exactly as many of each kind.
 *
 * @param ours our layers without the last one
 * @param its the file's layers of known kinds without dense ones
 */
record KerasPairs(List<XceptionLayer> ours, List<KerasLayer> its) {

    KerasPairs {
        ours = List.copyOf(ours);
        its = List.copyOf(its);
    }

    Map<XceptionLayer, KerasLayer> of(boolean ordered) {
        Map<String, KerasLayer> byName = new LinkedHashMap<>();
        its.forEach(layer -> byName.putIfAbsent(layer.name(), layer));
        if (ours.stream().anyMatch(layer -> byName.containsKey(name(layer)))) {
            return byName(byName);
        }
        return ordered ? byOrder() : byOrderOfKinds();
    }

    private Map<XceptionLayer, KerasLayer> byName(Map<String, KerasLayer> byName) {
        Map<XceptionLayer, KerasLayer> pairs = new LinkedHashMap<>();
        List<KerasLayer> left = new ArrayList<>(its);
        for (XceptionLayer layer : ours) {
            KerasLayer same = byName.get(name(layer));
            if (same != null && same.kind().equals(Optional.of(layer.kind()))) {
                pairs.put(layer, same);
                left.remove(same);
            }
        }
        for (LayerKind kind : LayerKind.values()) {
            Deque<KerasLayer> numbered =
                    new ArrayDeque<>(
                            of(kind, left).stream()
                                    .filter(layer -> !layer.name().startsWith("block"))
                                    .toList());
            ours.stream()
                    .filter(layer -> layer.keras().isEmpty() && layer.kind() == kind)
                    .filter(layer -> !numbered.isEmpty())
                    .forEach(layer -> pairs.put(layer, numbered.remove()));
        }
        return pairs;
    }

    private Map<XceptionLayer, KerasLayer> byOrder() {
        Map<XceptionLayer, KerasLayer> pairs = new LinkedHashMap<>();
        List<LayerKind> kinds = its.stream().map(layer -> layer.kind().orElseThrow()).toList();
        if (kinds.equals(ours.stream().map(XceptionLayer::kind).toList())) {
            for (int i = 0; i < ours.size(); i++) {
                pairs.put(ours.get(i), its.get(i));
            }
        }
        return pairs;
    }

    private Map<XceptionLayer, KerasLayer> byOrderOfKinds() {
        Map<XceptionLayer, KerasLayer> pairs = new LinkedHashMap<>();
        for (LayerKind kind : LayerKind.values()) {
            List<XceptionLayer> own = ours.stream().filter(l -> l.kind() == kind).toList();
            List<KerasLayer> same = of(kind, its);
            if (own.size() != same.size()) {
                return Map.of();
            }
            for (int i = 0; i < own.size(); i++) {
                pairs.put(own.get(i), same.get(i));
            }
        }
        return pairs;
    }

    private static List<KerasLayer> of(LayerKind kind, List<KerasLayer> layers) {
        return layers.stream().filter(layer -> layer.kind().equals(Optional.of(kind))).toList();
    }

    private static String name(XceptionLayer layer) {
        return layer.keras().orElse("");
    }
}
