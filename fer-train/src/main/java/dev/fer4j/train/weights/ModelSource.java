package dev.fer4j.train.weights;

import dev.fer4j.core.InputException;
import dev.fer4j.train.model.ModelFile;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.TensorInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model file of this library, whose tensors are named by our parameter paths. */
final class ModelSource implements WeightSource {

    private final SafetensorsFile file;

    private ModelSource(SafetensorsFile file) {
        this.file = file;
    }

    /**
     * Takes ownership of an open file.
     *
     * @throws InputException if its content does not match its digest
     */
    static ModelSource of(Path path, SafetensorsFile file) throws IOException {
        ModelFile.requireUndamaged(path, file);
        return new ModelSource(file);
    }

    @Override
    public WeightFormat format() {
        return WeightFormat.FER4J_MODEL;
    }

    @Override
    public Map<String, String> metadata() {
        return file.metadata();
    }

    /** Always true: names and shapes are compared later. */
    @Override
    public boolean isFor(Backbone backbone) {
        return true;
    }

    @Override
    public Matching match(Backbone backbone, Set<String> paths) {
        Map<String, SourceTensor> found = new LinkedHashMap<>();
        List<SourceTensor> unexpected = new ArrayList<>();
        for (TensorInfo info : file.tensors().values()) {
            SourceTensor tensor = SourceTensor.of(file, info);
            if (paths.contains(info.name())) {
                found.put(info.name(), tensor);
            } else {
                unexpected.add(tensor);
            }
        }
        return new Matching(found, List.of(), Map.of(), unexpected);
    }

    @Override
    public List<String> notes(Backbone backbone) {
        return ModelFile.difference(file, backbone).stream().toList();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
