package dev.fer4j.synthesis.recipe;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import java.io.IOException;

/**
 * Makes synthetic images from training frames: with a StyleGAN2 of our own ({@link
 * StyleGan2Recipe}), or from a folder filled by an external service ({@link ExternalImages}).
 */
@FunctionalInterface
public interface SyntheticGenerator {

    /** The source's name in the paper's conditions. */
    String SOURCE = "stylegan2";

    /**
     * Makes the images that do not exist yet.
     *
     * @return a sample for each image, with its parent's label, person, category, demographics and
     *     rights, and a quarantine line for each unused frame or image
     * @throws IOException if a file cannot be read or written
     */
    Manifest generate(TrainingFrames frames, ProgressListener listener) throws IOException;
}
