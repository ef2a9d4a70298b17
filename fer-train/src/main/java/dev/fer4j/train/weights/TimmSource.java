package dev.fer4j.train.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A safetensors file with timm's names. */
final class TimmSource implements WeightSource {

    /** A number that PyTorch counts batches with, and uses for nothing here. */
    private static final String COUNTER = ".num_batches_tracked";

    private final SafetensorsFile file;

    private TimmSource(SafetensorsFile file) {
        this.file = file;
    }

    static TimmSource open(Path path) throws IOException {
        return new TimmSource(SafetensorsFile.open(path));
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
    public Matching match(List<XceptionLayer> layers) {
        Map<String, TensorInfo> left = new LinkedHashMap<>(file.tensors());
        Map<String, SourceTensor> found = new LinkedHashMap<>();
        for (XceptionLayer layer : layers) {
            for (WeightRole role : layer.kind().roles()) {
                TensorInfo info = left.remove(layer.timm(role));
                if (info != null) {
                    found.put(layer.path(role), tensor(info));
                }
            }
        }
        Map<String, String> skipped = new LinkedHashMap<>();
        List<SourceTensor> unexpected = new ArrayList<>();
        for (TensorInfo info : left.values()) {
            if (info.name().endsWith(COUNTER)) {
                skipped.put(info.name(), "a counter of batches");
            } else {
                unexpected.add(tensor(info));
            }
        }
        return new Matching(found, List.of(), skipped, unexpected);
    }

    private SourceTensor tensor(TensorInfo info) {
        return new SourceTensor(
                info.name(),
                info.shape(),
                info.type() == TensorType.F32,
                List.of(),
                () -> file.readFloats(info.name()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
