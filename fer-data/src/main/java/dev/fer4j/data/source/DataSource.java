package dev.fer4j.data.source;

import dev.fer4j.core.InputException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Lists labelled recordings or images. Implement it to bring data of your own; two calls on an
 * unchanged folder give equal listings.
 */
@FunctionalInterface
public interface DataSource {

    /**
     * Lists the available data, without decoding any of it.
     *
     * @throws InputException if there is nothing that could be listed: the folder or its labels are
     *     missing. What is wrong with single items is a problem in the listing instead
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
     * The samples of a manifest of ours as stills, named as the manifest's source.
     *
     * @param file JSON lines, or CSV if its name ends in {@code .csv}
     */
    static ManifestSource manifest(Path file) {
        return new ManifestSource(file);
    }
}
