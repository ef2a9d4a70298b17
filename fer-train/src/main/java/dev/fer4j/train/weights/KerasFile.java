package dev.fer4j.train.weights;

import ai.djl.ndarray.types.Shape;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An HDF5 file as Keras 1 and 2, and Keras 3 in its legacy format, write them: groups of layers,
 * with the names of layers and weights in attributes, at the root or, for a file of a whole model,
 * in the group {@code model_weights}.
 */
final class KerasFile implements AutoCloseable {

    /** More names than any network has; a malicious attribute could claim any number. */
    private static final int MOST_NAMES = 100_000;

    private final Path path;
    private final long size;
    private final HdfFile file;
    private final Group root;
    private final ImmutableList<KerasLayer> layers;

    private KerasFile(Path path, long size, HdfFile file) {
        this.path = path;
        this.size = size;
        this.file = file;
        this.root = root();
        this.layers = readLayers();
    }

    /**
     * Opens a file and reads the names and shapes in it.
     *
     * @throws InputException if the file does not exist or is not in this format
     */
    static KerasFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    path,
                    "is not a regular file",
                    "give the path of a .h5 file");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size > Integer.MAX_VALUE) {
                throw unreadable(path, "has " + size + " bytes; at most 2 GiB are supported");
            }
            // A mapped buffer, not a channel: jHDF then slices it instead of trusting lengths.
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            return parse(path, () -> new KerasFile(path, size, HdfFile.fromByteBuffer(bytes)));
        }
    }

    /** The layers that have weights, in the order of the file. */
    List<KerasLayer> layers() {
        return layers;
    }

    /** The file's metadata on Keras. */
    Map<String, String> metadata() {
        return parse(
                path,
                () -> {
                    ImmutableMap.Builder<String, String> found = ImmutableMap.builder();
                    for (String name : List.of("backend", "keras_version")) {
                        texts(root, name).stream()
                                .findFirst()
                                .ifPresent(text -> found.put(name, text));
                    }
                    return found.buildOrThrow();
                });
    }

    private Group root() {
        if (hasNames(file)) {
            return file;
        }
        return Optional.ofNullable(file.getChildren().get("model_weights"))
                .filter(Group.class::isInstance)
                .map(Group.class::cast)
                .filter(KerasFile::hasNames)
                .orElseThrow(
                        () ->
                                new InputException(
                                        Problem.Kind.UNEXPECTED_LAYOUT,
                                        path,
                                        "has no attribute layer_names",
                                        "in Keras 3, save the whole model as .h5, not as"
                                                + " .weights.h5"));
    }

    private static boolean hasNames(Group group) {
        return group.getAttributes().containsKey("layer_names")
                || group.getAttributes().containsKey("layer_names0");
    }

    private ImmutableList<KerasLayer> readLayers() {
        ImmutableList.Builder<KerasLayer> found = ImmutableList.builder();
        for (String layer : names(root, "layer_names")) {
            Group group = group(layer);
            // A nested model appears as one layer, whose weights are prefixed by the names of its
            // layers and a slash.
            Map<String, List<String>> weights = new LinkedHashMap<>();
            for (String weight : names(group, "weight_names")) {
                int slash = weight.lastIndexOf('/');
                String owner = slash < 0 ? layer : weight.substring(0, slash);
                weights.computeIfAbsent(owner, key -> new ArrayList<>()).add(weight);
            }
            weights.forEach((owner, own) -> found.add(layer(owner, group, own)));
        }
        return found.build();
    }

    private KerasLayer layer(String owner, Group group, List<String> names) {
        Map<WeightRole, SourceTensor> weights = new LinkedHashMap<>();
        List<SourceTensor> others = new ArrayList<>();
        for (String name : names) {
            Dataset data = dataset(group, name);
            Shape shape = new Shape(Arrays.stream(data.getDimensions()).asLongStream().toArray());
            String last = name.substring(name.lastIndexOf('/') + 1).replaceFirst(":\\d+$", "");
            Optional<WeightRole> role =
                    WeightRole.ofKeras(last)
                            .map(
                                    found ->
                                            found == WeightRole.KERNEL && shape.dimension() == 2
                                                    ? WeightRole.DENSE_KERNEL
                                                    : found);
            SourceTensor tensor =
                    new SourceTensor(
                            group.getName() + "/" + name,
                            shape,
                            data.getJavaType() == float.class
                                    && data.getDataType().getSize() == Float.BYTES,
                            role.map(WeightRole::axesOfKeras).orElse(List.of()),
                            () -> floats(data, shape));
            if (role.isEmpty() || weights.putIfAbsent(role.get(), tensor) != null) {
                others.add(tensor);
            }
        }
        return new KerasLayer(owner.substring(owner.lastIndexOf('/') + 1), weights, others);
    }

    private float[] floats(Dataset data, Shape shape) {
        return parse(
                path,
                () -> {
                    if (data.getDataFlat() instanceof float[] values
                            && values.length == shape.size()) {
                        return values;
                    }
                    throw unreadable(
                            path, "has inconsistent values in " + data.getPath() + " than it says");
                });
    }

    private Group group(String name) {
        return Optional.ofNullable(root.getChildren().get(name))
                .filter(Group.class::isInstance)
                .map(Group.class::cast)
                .orElseThrow(
                        () -> unreadable(path, "has no group " + name + ", which it says it has"));
    }

    private Dataset dataset(Group group, String name) {
        if (group.getByPath(name) instanceof Dataset data) {
            return data;
        }
        throw unreadable(path, "has no values for " + group.getPath() + name);
    }

    /** Reads names from an attribute, which Keras splits into several if it is long. */
    private List<String> names(Group group, String attribute) {
        List<String> names = new ArrayList<>(texts(group, attribute));
        for (int part = 0; group.getAttributes().containsKey(attribute + part); part++) {
            names.addAll(texts(group, attribute + part));
        }
        if (names.size() > MOST_NAMES || names.stream().distinct().count() < names.size()) {
            throw unreadable(path, "has too many or equal " + attribute + " in " + group.getPath());
        }
        return names;
    }

    private List<String> texts(Node node, String name) {
        Attribute attribute = node.getAttributes().get(name);
        if (attribute == null || attribute.isEmpty() || attribute.getSize() == 0) {
            return List.of();
        }
        if (attribute.getSize() > MOST_NAMES || attribute.getSizeInBytes() > size) {
            throw unreadable(
                    path, "has " + attribute.getSize() + " elements in the attribute " + name);
        }
        Object data = attribute.getData();
        if (data instanceof String text) {
            return List.of(text);
        }
        if (data instanceof String[] texts) {
            return List.of(texts);
        }
        throw unreadable(path, "has no text in the attribute " + name);
    }

    /** jHDF reports damage by various unchecked exceptions. */
    private static <T> T parse(Path path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    path,
                    "is not a valid HDF5 file: " + e.getMessage(),
                    "download or write the file again",
                    e);
        }
    }

    private static InputException unreadable(Path path, String cause) {
        return new InputException(
                Problem.Kind.UNREADABLE, path, cause, "download or write the file again");
    }

    @Override
    public void close() {
        file.close();
    }
}
