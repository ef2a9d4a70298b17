package dev.fer4j.train.weights;

import com.google.common.collect.ImmutableList;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Keras file.
 *
 * <p>Layers with the application's names are matched by name, and those of the shortcuts, which
 * Keras numbers in order of creation, by order. The files published in 2016 use different names
 * throughout, so all layers are matched by order; this is accepted only if the kinds of layers
 * follow each other exactly as expected, since two batch normalizations cannot be told apart.
 */
final class KerasSource implements WeightSource {

    private final KerasFile file;

    private KerasSource(KerasFile file) {
        this.file = file;
    }

    static KerasSource open(Path path) throws IOException {
        return new KerasSource(KerasFile.open(path));
    }

    @Override
    public WeightFormat format() {
        return WeightFormat.KERAS_HDF5;
    }

    @Override
    public Map<String, String> metadata() {
        return file.metadata();
    }

    @Override
    public boolean isFor(Backbone backbone) {
        return backbone instanceof Xception;
    }

    @Override
    public List<String> notes(Backbone backbone) {
        return List.of();
    }

    @Override
    public Matching match(Backbone backbone, Set<String> paths) {
        List<XceptionLayer> layers = XceptionLayer.of((Xception) backbone);
        List<KerasLayer> body = new ArrayList<>();
        List<KerasLayer> dense = new ArrayList<>();
        List<KerasLayer> unknown = new ArrayList<>();
        for (KerasLayer layer : file.layers()) {
            Optional<LayerKind> kind = layer.kind();
            (kind.isEmpty() ? unknown : kind.get() == LayerKind.DENSE ? dense : body).add(layer);
        }
        List<XceptionLayer> ourBody = layers.stream().filter(layer -> !layer.isHead()).toList();
        Map<String, SourceTensor> found = new LinkedHashMap<>();
        Map<XceptionLayer, KerasLayer> pairs = pairs(ourBody, body);
        pairs.forEach((ours, its) -> put(ours, its, found));
        List<KerasLayer> surplusHead = List.of();
        if (dense.size() == 1) {
            put(head(layers), dense.get(0), found);
        } else {
            surplusHead = dense;
        }
        body.removeAll(pairs.values());
        unknown.addAll(body);
        return new Matching(
                found, tensors(surplusHead).toList(), Map.of(), tensors(unknown).toList());
    }

    private static Map<XceptionLayer, KerasLayer> pairs(
            List<XceptionLayer> ours, List<KerasLayer> its) {
        Map<String, KerasLayer> byName = new LinkedHashMap<>();
        its.forEach(layer -> byName.putIfAbsent(layer.name(), layer));
        boolean named = ours.stream().anyMatch(layer -> byName.containsKey(name(layer)));
        return named ? pairsByName(ours, its, byName) : pairsByOrder(ours, its);
    }

    private static Map<XceptionLayer, KerasLayer> pairsByName(
            List<XceptionLayer> ours, List<KerasLayer> its, Map<String, KerasLayer> byName) {
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
                            left.stream()
                                    .filter(layer -> layer.kind().equals(Optional.of(kind)))
                                    .filter(layer -> !layer.name().startsWith("block"))
                                    .toList());
            ours.stream()
                    .filter(layer -> layer.keras().isEmpty() && layer.kind() == kind)
                    .filter(layer -> !numbered.isEmpty())
                    .forEach(layer -> pairs.put(layer, numbered.remove()));
        }
        return pairs;
    }

    private static Map<XceptionLayer, KerasLayer> pairsByOrder(
            List<XceptionLayer> ours, List<KerasLayer> its) {
        Map<XceptionLayer, KerasLayer> pairs = new LinkedHashMap<>();
        List<LayerKind> kinds = its.stream().map(layer -> layer.kind().orElseThrow()).toList();
        if (kinds.equals(ours.stream().map(XceptionLayer::kind).toList())) {
            for (int i = 0; i < ours.size(); i++) {
                pairs.put(ours.get(i), its.get(i));
            }
        }
        return pairs;
    }

    private static String name(XceptionLayer layer) {
        return layer.keras().orElse("");
    }

    private static XceptionLayer head(List<XceptionLayer> layers) {
        return layers.stream().filter(XceptionLayer::isHead).findFirst().orElseThrow();
    }

    private static void put(XceptionLayer ours, KerasLayer its, Map<String, SourceTensor> found) {
        ours.kind().roles().forEach(role -> found.put(ours.path(role), its.weights().get(role)));
    }

    private static Stream<SourceTensor> tensors(List<KerasLayer> layers) {
        return layers.stream()
                .flatMap(
                        layer ->
                                ImmutableList.<SourceTensor>builder()
                                        .addAll(layer.weights().values())
                                        .addAll(layer.others())
                                        .build()
                                        .stream());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
