package dev.fer4j.toy;

import java.nio.file.Path;

/**
 * The folders of the three sources of a toy corpus, the generator of the third, and pretrained
 * weights.
 *
 * @param baseline contains the folder {@code NeuroBioSense}
 * @param youtube contains stills and {@code labels.csv}
 * @param synthetic contains images and {@code synthetic.jsonl}
 * @param generator weights of the StyleGAN2 that made the synthetic images, with its discriminator
 * @param weights pretrained weights of a small Xception: {@link ToyWeights}
 */
public record ToyFolders(
        Path baseline, Path youtube, Path synthetic, Path generator, Path weights) {

    /** Returns those of a corpus in a folder, whether or not it exists. */
    public static ToyFolders below(Path folder) {
        return new ToyFolders(
                folder.resolve("baseline"),
                folder.resolve("youtube"),
                folder.resolve("synthetic"),
                folder.resolve("networks.safetensors"),
                folder.resolve("xception.safetensors"));
    }
}
