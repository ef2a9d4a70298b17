package dev.fer4j.train.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fer4j.train.hdf5.Hdf5File;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a file names its weights. */
sealed interface KerasLayout permits LegacyLayout, Keras3Layout {

    /** The weights of layers; those of a layer follow each other. */
    List<KerasWeight> weights();

    /** The file's metadata on Keras. */
    Map<String, String> metadata();

    /**
     * The model's configuration, unless the file has only weights.
     *
     * @throws dev.fer4j.core.InputException if it is not JSON
     */
    Optional<JsonNode> config();

    /** Whether layers are in the order of the model; if not, only those of the same class are. */
    boolean ordered();

    /** The open file. */
    Hdf5File file();
}
