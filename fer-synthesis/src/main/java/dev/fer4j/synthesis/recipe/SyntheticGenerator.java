package dev.fer4j.synthesis.recipe;

import dev.fer4j.core.Manifest;
import dev.fer4j.core.ProgressListener;
import java.io.IOException;

/**
 * Makes synthetic images from training frames: our own StyleGAN2 ({@link StyleGan2Recipe}), or a
 * service elsewhere that left them in a folder ({@link ExternalImages}).
 */
@FunctionalInterface
public interface SyntheticGenerator {

    /** The source's name in the paper's conditions. */
    String SOURCE = "stylegan2";

    /**
     * Makes the images that do not exist yet.
     *
     * @return a sample for each image with its parent's label, person, category, demographics and
     *     rights, and a quarantine line for each frame or image that is not used
     * @throws IOException if something cannot be read or written
     */
    Manifest generate(TrainingFrames frames, ProgressListener listener) throws IOException;
}
