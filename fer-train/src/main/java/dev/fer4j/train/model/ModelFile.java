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
 * Models as files: safetensors whose tensors are the network's parameters by their {@link
 * ParameterPaths}, float32, and whose metadata says, as JSON, what a {@link ModelDescription} says.
 * A digest covers all of it, names, shapes and metadata included.
 *
 * <p>Reading is strict: every parameter and nothing else, in its shape, with values that are finite
 * and variances that are not negative, of this version of the format. A file that is not so is
 * refused before the native library sees any of it.
 */
public final class ModelFile {

    private ModelFile() {}

    /**
     * Writes a model, whole.
     *
     * @param network the description's backbone's, initialized, on any device
     * @throws IllegalArgumentException if the network is not initialized
     * @throws IOException if the file cannot be written; what was there before is still there
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
     * Gives the classes of a model file other names, and leaves everything else as it is. A file
     * that has these names already is not written.
     *
     * @throws InputException if it is not a model file of this version, or is damaged
     * @throws IOException if the file cannot be written; what was there before is still there
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
     * Whether a file is meant to be a model file, by its metadata; it may be damaged all the same.
     *
     * @throws InputException if it is not a safetensors file
     */
    public static boolean isOne(SafetensorsFile file) {
        return file.metadata().containsKey(ModelHeader.FORMAT);
    }

    /**
     * Checks a model file's version, and compares the digest of its content with the one that it
     * says. Reads all of it.
     *
     * @param path named in the message
     * @throws InputException if the version is another, or the digests differ
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
     * Says, for people, that a model file is of another backbone than this one, in what is not seen
     * from shapes too: dropout, numbers of batch normalization.
     *
     * @return empty if it is of this one
     */
    public static Optional<String> difference(SafetensorsFile file, Backbone backbone) {
        String theirs = file.metadata().getOrDefault(ModelHeader.BACKBONE, "unknown");
        String ours = BackboneJson.write(backbone);
        return theirs.equals(ours)
                ? Optional.empty()
                : Optional.of("written from the network " + theirs + "; this one is " + ours);
    }

    /**
     * What a model file says of its model. Weights are not looked at.
     *
     * @throws InputException as {@link #read(Path, DeviceChoice)} does, but for what is wrong with
     *     the weights
     */
    public static ModelDescription describe(Path path) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            return ModelHeader.read(path, file.metadata(), Optional.empty());
        }
    }

    /**
     * Reads a model.
     *
     * @param device where its arrays are to be
     * @return to be closed by the caller
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
     * @param own the backbone that it was written with
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
