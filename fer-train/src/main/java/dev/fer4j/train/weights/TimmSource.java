package dev.fer4j.train.weights;

import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.TensorInfo;
import dev.fer4j.train.xception.NumericsProfile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A safetensors file with timm's names. */
final class TimmSource implements WeightSource {

    /** PyTorch's counters, of a batch normalization and of an average, are not needed here. */
    private static final List<String> COUNTERS = List.of(".num_batches_tracked", ".n_averaged");

    private final SafetensorsFile file;

    private TimmSource(SafetensorsFile file) {
        this.file = file;
    }

    /** Takes ownership of an open file. */
    static TimmSource of(SafetensorsFile file) {
        return new TimmSource(file);
    }

    @Override
    public WeightFormat format() {
        return WeightFormat.TIMM_SAFETENSORS;
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
        NumericsProfile ours = ((Xception) backbone).profile();
        return Optional.ofNullable(metadata().get(XceptionExport.PROFILE))
                .filter(profile -> !profile.equals(ours.name()))
                .map(
                        profile ->
                                ("written from a network of the profile %s; this one is %s "
                                                + "and gives different logits")
                                        .formatted(profile, ours))
                .stream()
                .toList();
    }

    @Override
    public Matching match(Backbone backbone, Set<String> paths) {
        List<XceptionLayer> layers = XceptionLayer.of((Xception) backbone);
        TimmNames names = TimmNames.of(file.tensors().keySet(), layers);
        Map<String, TensorInfo> left = new LinkedHashMap<>(file.tensors());
        Map<String, SourceTensor> found = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        for (XceptionLayer layer : layers) {
            for (WeightRole role : layer.kind().roles()) {
                String name = names.of(layer, role);
                expected.put(layer.path(role), name);
                TensorInfo info = left.remove(name);
                if (info != null) {
                    found.put(layer.path(role), tensor(info));
                }
            }
        }
        Map<String, String> skipped = new LinkedHashMap<>();
        List<SourceTensor> unexpected = new ArrayList<>();
        for (TensorInfo info : left.values()) {
            if (COUNTERS.stream().anyMatch(counter -> ("." + info.name()).endsWith(counter))) {
                skipped.put(info.name(), "a counter of batches");
            } else {
                unexpected.add(tensor(info));
            }
        }
        return new Matching(found, List.of(), skipped, unexpected)
                .withExpected(expected)
                .withNotes(names.notes());
    }

    private SourceTensor tensor(TensorInfo info) {
        return SourceTensor.of(file, info);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
