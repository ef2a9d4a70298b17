package dev.fer4j.train.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.Shape;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableLongArray;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.io.Sha256;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.TensorInfo;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of a file of weights, for any network. Values are not read.
 *
 * @param file name of the file
 * @param bytes its size in bytes
 * @param sha256 SHA-256 of the file
 * @param tensors the tensors, in the order of the file
 */
public record FileInspection(
        String file,
        Kind kind,
        long bytes,
        String sha256,
        Map<String, String> metadata,
        List<Entry> tensors) {

    /** Kinds of files. */
    public enum Kind {
        /** A model file of this library. */
        MODEL,
        /** Any other safetensors file. */
        SAFETENSORS,
        /** HDF5, as Keras writes it. */
        HDF5
    }

    /**
     * A tensor.
     *
     * @param name its name in the file
     * @param type type of its elements: that of safetensors such as {@code F32}, or the Java name
     *     for HDF5
     * @param shape sizes of its dimensions
     */
    public record Entry(String name, String type, List<Long> shape) {

        public Entry {
            requireNonNull(name);
            requireNonNull(type);
            shape = List.copyOf(shape);
        }

        public long elements() {
            return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
        }
    }

    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    /** Longer attributes are model layouts rather than metadata of interest. */
    private static final int LONGEST_TEXT = 1000;

    public FileInspection {
        requireNonNull(file);
        requireNonNull(kind);
        requireNonNull(sha256);
        metadata = ImmutableSortedMap.copyOf(metadata);
        tensors = List.copyOf(tensors);
    }

    /**
     * Inspects a file, whose format is recognized by its first bytes.
     *
     * @throws InputException if there is no such file, or it is neither HDF5 nor safetensors
     */
    public static FileInspection of(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new InputException(
                    Problem.Kind.MISSING,
                    path,
                    "is not a regular file",
                    "give the path of a .h5 or .safetensors file");
        }
        byte[] first;
        try (InputStream in = Files.newInputStream(path)) {
            first = in.readNBytes(HDF5.length);
        }
        return Arrays.equals(first, HDF5) ? hdf5(path) : safetensors(path);
    }

    /** The total number of elements. */
    public long elements() {
        return tensors.stream().mapToLong(Entry::elements).reduce(0, Math::addExact);
    }

    private static FileInspection safetensors(Path path) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            return of(
                    path,
                    ModelFile.isOne(file) ? Kind.MODEL : Kind.SAFETENSORS,
                    file.metadata(),
                    file.tensors().values().stream().map(FileInspection::entry).toList());
        }
    }

    private static Entry entry(TensorInfo info) {
        Shape shape = info.shape();
        return new Entry(
                info.name(),
                info.type().name(),
                ImmutableLongArray.copyOf(shape.getShape()).asList());
    }

    private static FileInspection hdf5(Path path) throws IOException {
        Map<String, String> metadata = new TreeMap<>();
        List<Entry> tensors = new ArrayList<>();
        try (HdfFile file = new HdfFile(path)) {
            file.getAttributes().forEach((name, attribute) -> addText(name, attribute, metadata));
            addDatasets(file, tensors);
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            // jHDF reports damage by various unchecked exceptions.
            throw new InputException(
                    Problem.Kind.UNREADABLE,
                    path,
                    "is not a valid HDF5 file: " + e.getMessage(),
                    "download or write the file again",
                    e);
        }
        return of(path, Kind.HDF5, metadata, tensors);
    }

    private static void addText(String name, Attribute attribute, Map<String, String> metadata) {
        if (attribute.getSize() == 1 && attribute.getSizeInBytes() <= LONGEST_TEXT) {
            Object data = attribute.getData();
            if (data instanceof String text && text.length() <= LONGEST_TEXT) {
                metadata.put(name, text);
            }
        }
    }

    private static void addDatasets(Group group, List<Entry> tensors) {
        for (Node node : group.getChildren().values()) {
            if (node instanceof Dataset data) {
                tensors.add(
                        new Entry(
                                data.getPath(),
                                data.getJavaType().getSimpleName(),
                                Arrays.stream(data.getDimensions())
                                        .mapToObj(Long::valueOf)
                                        .toList()));
            } else if (node instanceof Group inner && !node.isLink()) {
                addDatasets(inner, tensors);
            }
        }
    }

    private static FileInspection of(
            Path path, Kind kind, Map<String, String> metadata, List<Entry> tensors)
            throws IOException {
        return new FileInspection(
                path.getFileName().toString(),
                kind,
                Files.size(path),
                Sha256.of(path),
                metadata,
                tensors);
    }
}
