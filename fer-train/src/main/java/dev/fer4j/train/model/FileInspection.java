package dev.fer4j.train.model;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.Shape;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableLongArray;
import dev.fer4j.core.InputException;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.train.hdf5.Hdf5Dataset;
import dev.fer4j.train.hdf5.Hdf5File;
import dev.fer4j.train.keras.KerasFile;
import dev.fer4j.train.tensor.FileFormat;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The content of a file of weights, for any network. Values are only checked for NaN and infinity.
 *
 * @param file name of the file
 * @param bytes its size in bytes
 * @param sha256 SHA-256 of the file
 * @param tensors the tensors, in the order of the file; of a Keras archive by the names of its
 *     layers, then all other values
 * @param notes tensors with values that are not finite, and links in the file, which are not
 *     followed
 */
public record FileInspection(
        String file,
        Kind kind,
        long bytes,
        String sha256,
        Map<String, String> metadata,
        List<Entry> tensors,
        List<String> notes) {

    /** Kinds of files. */
    public enum Kind {
        /** A model file of this library. */
        MODEL,
        /** Any other safetensors file. */
        SAFETENSORS,
        /** HDF5, as Keras writes it. */
        HDF5,
        /** A {@code .keras} archive. */
        KERAS
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

    /** Longer attributes are model layouts rather than metadata of interest. */
    private static final int LONGEST_TEXT = 1000;

    public FileInspection {
        requireNonNull(file);
        requireNonNull(kind);
        requireNonNull(sha256);
        metadata = ImmutableSortedMap.copyOf(metadata);
        tensors = List.copyOf(tensors);
        notes = List.copyOf(notes);
    }

    /**
     * Inspects a file, whose format is recognized by its first bytes.
     *
     * @throws InputException if there is no such file, or it is none of these
     */
    public static FileInspection of(Path path) throws IOException {
        return switch (FileFormat.ofWeights(path)) {
            case HDF5 -> hdf5(path);
            case KERAS -> keras(path);
            default -> safetensors(path);
        };
    }

    /** The total number of elements. */
    public long elements() {
        return tensors.stream().mapToLong(Entry::elements).reduce(0, Math::addExact);
    }

    private static FileInspection safetensors(Path path) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            NotFiniteNotes notes = new NotFiniteNotes();
            for (String name : file.tensors().keySet()) {
                notes.add(name, file.countNotFinite(name));
            }
            return of(
                    path,
                    ModelFile.isOne(file) ? Kind.MODEL : Kind.SAFETENSORS,
                    file.metadata(),
                    file.tensors().values().stream().map(FileInspection::entry).toList(),
                    notes.texts(List.of()));
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
        try (Hdf5File file = Hdf5File.open(path)) {
            NotFiniteNotes notes = new NotFiniteNotes();
            file.datasets().forEach(notes::add);
            return of(
                    path,
                    Kind.HDF5,
                    file.rootTexts(LONGEST_TEXT),
                    file.datasets().values().stream()
                            .map(data -> entry(data.name(), data))
                            .toList(),
                    notes.texts(file.links()));
        }
    }

    private static FileInspection keras(Path path) throws IOException {
        try (KerasFile file = KerasFile.open(path)) {
            NotFiniteNotes notes = new NotFiniteNotes();
            file.weights().forEach(weight -> notes.add(weight.name(), weight.data()));
            file.others().forEach(data -> notes.add(data.name(), data));
            return of(
                    path,
                    Kind.KERAS,
                    file.metadata(),
                    Stream.concat(
                                    file.weights().stream().map(w -> entry(w.name(), w.data())),
                                    file.others().stream().map(d -> entry(d.name(), d)))
                            .toList(),
                    notes.texts(file.links()));
        }
    }

    private static Entry entry(String name, Hdf5Dataset data) {
        return new Entry(
                name, data.type(), ImmutableLongArray.copyOf(data.shape().getShape()).asList());
    }

    private static FileInspection of(
            Path path,
            Kind kind,
            Map<String, String> metadata,
            List<Entry> tensors,
            List<String> notes)
            throws IOException {
        return new FileInspection(
                path.getFileName().toString(),
                kind,
                Files.size(path),
                Sha256.of(path),
                metadata,
                tensors,
                notes);
    }
}
