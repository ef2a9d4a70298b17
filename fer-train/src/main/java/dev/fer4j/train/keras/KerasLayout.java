package dev.fer4j.train.keras;

import dev.fer4j.train.hdf5.Hdf5File;
import java.util.List;
import java.util.Map;

/** How a file names its weights. */
sealed interface KerasLayout permits LegacyLayout, Keras3Layout {

    /** The weights of layers; those of a layer follow each other. */
    List<KerasWeight> weights();

    /** The file's metadata on Keras. */
    Map<String, String> metadata();

    /** Whether layers are in the order of the model; if not, only those of the same class are. */
    boolean ordered();

    /** The open file. */
    Hdf5File file();
}
