package dev.fer4j.examples.toy;

import java.nio.file.Path;

/**
 * Where the three sources of a toy corpus lie.
 *
 * @param baseline holds the folder {@code NeuroBioSense}
 * @param youtube holds stills and {@code labels.csv}
 * @param synthetic holds images and {@code synthetic.jsonl}
 */
public record ToyFolders(Path baseline, Path youtube, Path synthetic) {

    static ToyFolders below(Path folder) {
        return new ToyFolders(
                folder.resolve("baseline"), folder.resolve("youtube"), folder.resolve("synthetic"));
    }
}
