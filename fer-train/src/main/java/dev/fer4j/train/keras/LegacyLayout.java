package dev.fer4j.train.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.hdf5.Hdf5Dataset;
import dev.fer4j.train.hdf5.Hdf5File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * HDF5 as Keras 1 and 2, and Keras 3 with {@code model.save("x.h5")}, write it: groups of layers,
 * with the names of layers and weights in attributes, at the root or, for a file of a whole model,
 * in the group {@code model_weights}.
 */
final class LegacyLayout implements KerasLayout {

    private final Path path;
    private final Hdf5File file;
    private final String root;
    private final ImmutableList<KerasWeight> weights;

    private LegacyLayout(Path path, Hdf5File file, String root) {
        this.path = path;
        this.file = file;
        this.root = root;
        this.weights = readWeights();
    }

    /** Returns the layout of a file if it has the attributes. */
    static Optional<LegacyLayout> of(Path path, Hdf5File file) {
        return Stream.of("", "/model_weights")
                .filter(
                        group ->
                                file.hasAttribute(group, "layer_names")
                                        || file.hasAttribute(group, "layer_names0"))
                .findFirst()
                .map(root -> new LegacyLayout(path, file, root));
    }

    private ImmutableList<KerasWeight> readWeights() {
        ImmutableList.Builder<KerasWeight> found = ImmutableList.builder();
        for (String layer : names(root, "layer_names")) {
            String group = root + "/" + layer;
            if (!file.groups().contains(group)) {
                throw damaged("has no group " + layer + ", which it says it has");
            }
            // A nested model appears as one layer, whose weights are prefixed by the names of its
            // layers and a slash.
            Map<String, List<KerasWeight>> byOwner = new LinkedHashMap<>();
            for (String name : names(group, "weight_names")) {
                int slash = name.lastIndexOf('/');
                String owner = slash < 0 ? layer : name.substring(0, slash);
                byOwner.computeIfAbsent(owner, key -> new ArrayList<>())
                        .add(
                                new KerasWeight(
                                        layer + "\0" + owner,
                                        layer,
                                        owner.substring(owner.lastIndexOf('/') + 1),
                                        name.substring(slash + 1).replaceFirst(":\\d+$", ""),
                                        layer + "/" + name,
                                        dataset(group + "/" + name)));
            }
            byOwner.values().forEach(found::addAll);
        }
        return found.build();
    }

    private Hdf5Dataset dataset(String name) {
        return Optional.ofNullable(file.datasets().get(name))
                .orElseThrow(
                        () ->
                                damaged(
                                        "has no values for "
                                                + name
                                                + (file.links().contains(name)
                                                        ? ", but a link, which is not followed"
                                                        : "")));
    }

    /** Reads names from an attribute, which Keras splits into several if it is long. */
    private List<String> names(String group, String attribute) {
        List<String> names = new ArrayList<>(file.texts(group, attribute));
        for (int part = 0; file.hasAttribute(group, attribute + part); part++) {
            names.addAll(file.texts(group, attribute + part));
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw damaged("has equal " + attribute + " in " + group + "/");
        }
        return names;
    }

    private InputException damaged(String cause) {
        return new InputException(
                Problem.Kind.UNREADABLE, path, cause, "download or write the file again");
    }

    @Override
    public List<KerasWeight> weights() {
        return weights;
    }

    @Override
    public Map<String, String> metadata() {
        ImmutableMap.Builder<String, String> found = ImmutableMap.builder();
        for (String name : List.of("backend", "keras_version")) {
            file.texts(root, name).stream().findFirst().ifPresent(text -> found.put(name, text));
        }
        return found.buildOrThrow();
    }

    @Override
    public Optional<JsonNode> config() {
        return file.texts("", "model_config").stream()
                .findFirst()
                .map(text -> Json.parse(text, JsonNode.class, path + ": model_config"));
    }

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public Hdf5File file() {
        return file;
    }
}
