package dev.fer4j.train.weights;

import com.google.common.collect.ImmutableList;
import dev.fer4j.train.hdf5.Hdf5Dataset;
import dev.fer4j.train.keras.KerasFile;
import dev.fer4j.train.keras.network.KerasNetwork;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Keras file. */
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
        return file.legacy() ? WeightFormat.KERAS_HDF5 : WeightFormat.KERAS_ARCHIVE;
    }

    @Override
    public Map<String, String> metadata() {
        return file.metadata();
    }

    @Override
    public boolean isFor(Backbone backbone) {
        return backbone instanceof Xception || backbone instanceof KerasNetwork;
    }

    @Override
    public List<String> notes(Backbone backbone) {
        return file.links().isEmpty()
                ? List.of()
                : List.of(file.links().size() + " links in the file are not followed");
    }

    @Override
    public Matching match(Backbone backbone, Set<String> paths) {
        if (backbone instanceof KerasNetwork network) {
            return new KerasNetworkMatch(network, file).of(skipped());
        }
        List<XceptionLayer> layers = XceptionLayer.of((Xception) backbone);
        List<KerasLayer> its = KerasLayer.of(file);
        List<KerasLayer> body = new ArrayList<>();
        List<KerasLayer> dense = new ArrayList<>();
        List<KerasLayer> unknown = new ArrayList<>();
        for (KerasLayer layer : its) {
            Optional<LayerKind> kind = layer.kind();
            (kind.isEmpty() ? unknown : kind.get() == LayerKind.DENSE ? dense : body).add(layer);
        }
        List<XceptionLayer> ourBody = layers.stream().filter(layer -> !layer.isHead()).toList();
        Map<String, SourceTensor> found = new LinkedHashMap<>();
        Map<XceptionLayer, KerasLayer> pairs = new KerasPairs(ourBody, body).of(file.ordered());
        pairs.forEach((ours, own) -> put(ours, own, found));
        List<KerasLayer> surplusHead = List.of();
        if (dense.size() == 1) {
            put(head(layers), dense.get(0), found);
        } else {
            surplusHead = dense;
        }
        body.removeAll(pairs.values());
        unknown.addAll(body);
        List<SourceTensor> unexpected = new ArrayList<>(tensors(unknown).toList());
        unexpected.addAll(needed(file));
        return new Matching(found, tensors(surplusHead).toList(), skipped(), unexpected)
                .withExpected(expected(layers))
                .withNotes(pairs.isEmpty() ? List.of(kinds(layers, its)) : List.of());
    }

    /** Values outside of layers that are not needed, with the reasons. */
    private Map<String, String> skipped() {
        Map<String, String> skipped = new LinkedHashMap<>();
        for (Hdf5Dataset other : file.others()) {
            file.needless(other).ifPresent(reason -> skipped.put(other.name(), reason));
        }
        return skipped;
    }

    /** All other values outside of layers. */
    static List<SourceTensor> needed(KerasFile file) {
        return file.others().stream()
                .filter(other -> file.needless(other).isEmpty())
                .map(SourceTensor::of)
                .toList();
    }

    /** The names in a file, other than those of shortcuts, which Keras numbers. */
    private static Map<String, String> expected(List<XceptionLayer> layers) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (XceptionLayer layer : layers) {
            if (layer.keras().isPresent()) {
                String name = layer.keras().get() + "/";
                layer.kind()
                        .roles()
                        .forEach(role -> expected.put(layer.path(role), name + role.keras()));
            }
        }
        return expected;
    }

    /** Says how the layers of a file of another network differ from an Xception's. */
    private static String kinds(List<XceptionLayer> ours, List<KerasLayer> its) {
        return Stream.of(LayerKind.values())
                .map(
                        kind -> {
                            Optional<LayerKind> same = Optional.of(kind);
                            long found = its.stream().filter(l -> l.kind().equals(same)).count();
                            long expected = ours.stream().filter(l -> l.kind() == kind).count();
                            return found + " " + kind.plural() + ", not " + expected;
                        })
                .collect(Collectors.joining("; "));
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
