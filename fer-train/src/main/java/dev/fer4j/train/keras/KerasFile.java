package dev.fer4j.train.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.train.hdf5.Hdf5Dataset;
import dev.fer4j.train.hdf5.Hdf5File;
import dev.fer4j.train.tensor.FileFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An open file that Keras wrote: HDF5 of Keras 1 and 2, which Keras 3 calls legacy, a {@code
 * .keras} archive, or {@code .weights.h5} of Keras 3. For one thread at a time.
 */
public final class KerasFile implements AutoCloseable {

    private final KerasLayout layout;

    private KerasFile(KerasLayout layout) {
        this.layout = layout;
    }

    /**
     * Opens a file and reads the names and shapes in it. The weights of an archive are extracted to
     * a temporary file without a name.
     *
     * @throws InputException if the file does not exist or is not Keras's
     */
    public static KerasFile open(Path path) throws IOException {
        return FileFormat.of(path) == FileFormat.KERAS ? archive(path) : hdf5(path);
    }

    private static KerasFile hdf5(Path path) throws IOException {
        return of(path, Hdf5File.open(path), Map.of(), Optional.empty());
    }

    private static KerasFile archive(Path path) throws IOException {
        try (KerasArchive archive = KerasArchive.open(path)) {
            ConfigLayer config = archive.config();
            Map<String, String> metadata = archive.metadata();
            return of(path, archive.weights(), metadata, Optional.of(config));
        }
    }

    private static KerasFile of(
            Path path, Hdf5File file, Map<String, String> metadata, Optional<ConfigLayer> config) {
        return CloseOnFailure.of(
                file::close,
                () ->
                        new KerasFile(
                                LegacyLayout.of(path, file)
                                        .map(KerasLayout.class::cast)
                                        .or(() -> Keras3Layout.of(file, metadata, config))
                                        .orElseThrow(() -> unknown(path))));
    }

    private static InputException unknown(Path path) {
        return new InputException(
                Problem.Kind.UNEXPECTED_LAYOUT,
                path,
                "is HDF5 without the layers of a Keras model: it has neither an attribute"
                        + " layer_names nor a group layers",
                "save the whole model in Keras, as .keras or .h5");
    }

    /** The weights of layers; those of a layer follow each other. */
    public List<KerasWeight> weights() {
        return layout.weights();
    }

    /** All other values, such as an optimizer's. */
    public Collection<Hdf5Dataset> others() {
        Set<String> known =
                layout.weights().stream()
                        .map(weight -> weight.data().name())
                        .collect(Collectors.toCollection(HashSet::new));
        return layout.file().datasets().values().stream()
                .filter(data -> !known.contains(data.name()))
                .toList();
    }

    /** Whether the file has the layout of Keras 1 and 2. */
    public boolean legacy() {
        return layout instanceof LegacyLayout;
    }

    /** Why values outside of layers are not needed; empty if they may be. */
    public Optional<String> needless(Hdf5Dataset other) {
        String name = other.name();
        if (name.startsWith("/optimizer")) {
            return Optional.of("the optimizer's");
        }
        if (name.contains("/seed_generator")) {
            return Optional.of("the state of random numbers");
        }
        if (name.contains("metric")) {
            return Optional.of("a metric's");
        }
        return layout instanceof LegacyLayout
                ? Optional.of("not named as a layer's weight")
                : Optional.empty();
    }

    /** The paths of links in the file, which are not followed. */
    public List<String> links() {
        return layout.file().links();
    }

    /** The file's metadata on Keras. */
    public Map<String, String> metadata() {
        return layout.metadata();
    }

    /**
     * The configuration of the whole model; empty if the file has only weights.
     *
     * @throws InputException if it is not JSON
     */
    public Optional<JsonNode> config() {
        return layout.config();
    }

    /** Whether layers are in the order of the model; if not, only those of the same class are. */
    public boolean ordered() {
        return layout.ordered();
    }

    @Override
    public void close() {
        layout.file().close();
    }
}
