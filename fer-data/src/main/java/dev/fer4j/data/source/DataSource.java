package dev.fer4j.data.source;

import dev.fer4j.core.InputException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Lists labelled recordings or images. Implement it to use your own data. Two calls on an unchanged
 * folder must give equal listings.
 */
@FunctionalInterface
public interface DataSource {

    /**
     * Lists the available data, without decoding any of it.
     *
     * @throws InputException if nothing can be listed, since the folder or its labels are missing.
     *     Problems with single items are reported in the listing instead
     * @throws IOException if a folder or file cannot be read
     */
    SourceListing list() throws IOException;

    /** NeuroBioSense, named {@code baseline}. */
    static NeuroBioSense neuroBioSense(Path folder) {
        return new NeuroBioSense(folder);
    }

    /** A folder of labelled stills, named {@code youtube}. */
    static StillFolder stills(Path folder) {
        return new StillFolder(folder);
    }

    /**
     * A folder of synthetic images with {@code synthetic.jsonl}, named {@code stylegan2}.
     *
     * @param parents the source whose recordings the images were made from
     */
    static SyntheticFolder synthetic(Path folder, DataSource parents) {
        return new SyntheticFolder(folder, parents);
    }

    /**
     * The samples of a manifest of this library as stills, named like the manifest's source.
     *
     * @param file JSON lines, or CSV if its name ends in {@code .csv}
     */
    static ManifestSource manifest(Path file) {
        return new ManifestSource(file);
    }
}
