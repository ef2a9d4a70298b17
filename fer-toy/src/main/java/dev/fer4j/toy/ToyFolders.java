package dev.fer4j.toy;

import java.nio.file.Path;

/**
 * Where the three sources of a toy corpus lie, and what made the third.
 *
 * @param baseline holds the folder {@code NeuroBioSense}
 * @param youtube holds stills and {@code labels.csv}
 * @param synthetic holds images and {@code synthetic.jsonl}
 * @param generator weights of the StyleGAN2 that made them, with its discriminator
 */
public record ToyFolders(Path baseline, Path youtube, Path synthetic, Path generator) {

    static ToyFolders below(Path folder) {
        return new ToyFolders(
                folder.resolve("baseline"),
                folder.resolve("youtube"),
                folder.resolve("synthetic"),
                folder.resolve("networks.safetensors"));
    }
}
