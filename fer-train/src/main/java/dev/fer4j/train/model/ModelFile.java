package dev.fer4j.train.model;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.SafetensorsWriter;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.tensor.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Model files: safetensors whose tensors are the network's parameters, float32, named by {@link
 * ParameterPaths}, and whose metadata contains the {@link ModelDescription} as JSON. A digest
 * covers everything, including names, shapes and metadata.
 *
 * <p>Reading is strict: a file must have this version of the format and contain exactly the
 * network's parameters, with their shapes, finite values and non-negative variances. Any other file
 * is refused before it reaches the native library.
 */
public final class ModelFile {

    private ModelFile() {}

    /**
     * Writes a model file atomically.
     *
     * @param network the network of the description's backbone, initialized, on any device
     * @throws IllegalArgumentException if the network is not initialized
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void write(Path path, ModelDescription description, Block network)
            throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        for (Map.Entry<String, Parameter> parameter : ParameterPaths.of(network).entrySet()) {
            checkArgument(
                    parameter.getValue().isInitialized(), "%s has no values", parameter.getKey());
            tensors.add(Tensor.of(parameter.getKey(), parameter.getValue().getArray()));
        }
        Map<String, String> metadata = new LinkedHashMap<>(ModelHeader.write(description));
        metadata.put(ModelHeader.DIGEST, ContentDigest.of(metadata, tensors));
        SafetensorsWriter.write(path, metadata, tensors);
    }

    /**
     * Renames the classes of a model file and leaves everything else unchanged. A file that already
     * has these names is not rewritten.
     *
     * @throws InputException if it is not a model file of this version, or is damaged
     * @throws IOException if the file cannot be written; it is then unchanged
     */
    public static void rename(Path path, LabelNames labels) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Tensor> tensors = new ArrayList<>();
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            metadata.putAll(file.metadata());
            String names = Json.line(labels);
            if (names.equals(metadata.put(ModelHeader.LABELS, names))) {
                return;
            }
            requireUndamaged(path, file);
            for (TensorInfo info : file.tensors().values()) {
                ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(info.bytes()));
                file.read(info.name(), bytes);
                bytes.flip();
                tensors.add(new Tensor(info.name(), info.type(), info.shape(), bytes::duplicate));
            }
        }
        metadata.remove(ModelHeader.DIGEST);
        metadata.put(ModelHeader.DIGEST, ContentDigest.of(metadata, tensors));
        SafetensorsWriter.write(path, metadata, tensors);
    }

    /**
     * Whether a file is a model file according to its metadata; it may still be damaged.
     *
     * @throws InputException if it is not a safetensors file
     */
    public static boolean isOne(SafetensorsFile file) {
        return file.metadata().containsKey(ModelHeader.FORMAT);
    }

    /**
     * Checks the version of a model file, and verifies the digest of its content. Reads all of it.
     *
     * @param path the path for messages
     * @throws InputException if the version is not supported, or the digests differ
     */
    public static void requireUndamaged(Path path, SafetensorsFile file) throws IOException {
        ModelHeader.requireVersion(path, file.metadata());
        Map<String, String> metadata = new LinkedHashMap<>(file.metadata());
        String expected = Optional.ofNullable(metadata.remove(ModelHeader.DIGEST)).orElse("none");
        String found = ContentDigest.of(metadata, file);
        if (!found.equals(expected)) {
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    path,
                    "is damaged: its content has the digest " + found + ", it says " + expected,
                    "download or write the file again");
        }
    }

    /**
     * Describes how the backbone of a model file differs from this one, including settings that do
     * not affect shapes, such as dropout and the constants of batch normalization.
     *
     * @return a message for users; empty if the backbones are equal
     */
    public static Optional<String> difference(SafetensorsFile file, Backbone backbone) {
        String theirs = file.metadata().getOrDefault(ModelHeader.BACKBONE, "unknown");
        String ours = BackboneJson.write(backbone);
        return theirs.equals(ours)
                ? Optional.empty()
                : Optional.of("written from the network " + theirs + "; this one is " + ours);
    }

    /**
     * Reads the description in a model file, but no weights.
     *
     * @throws InputException as {@link #read(Path, DeviceChoice)} does, except for problems of the
     *     weights
     */
    public static ModelDescription describe(Path path) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            return ModelHeader.read(path, file.metadata(), Optional.empty());
        }
    }

    /**
     * Reads a model.
     *
     * @param device the device of its arrays
     * @return a model to be closed by the caller
     * @throws InputException if there is no such file, it is not a model file of this version, is
     *     damaged, or has a custom backbone
     * @throws dev.fer4j.core.PlanException if the device is missing
     */
    public static LoadedModel read(Path path, DeviceChoice device) throws IOException {
        return read(path, device, Optional.empty());
    }

    /**
     * Reads a model with a custom backbone.
     *
     * @param own the backbone with which it was written
     * @throws InputException as {@link #read(Path, DeviceChoice)} does, or if the file names
     *     another backbone
     */
    public static LoadedModel read(Path path, DeviceChoice device, Backbone own)
            throws IOException {
        return read(path, device, Optional.of(own));
    }

    private static LoadedModel read(Path path, DeviceChoice device, Optional<Backbone> own)
            throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            ModelDescription description = ModelHeader.read(path, file.metadata(), own);
            requireUndamaged(path, file);
            return new ModelReader(path, file, description).read(device.resolve());
        }
    }
}
