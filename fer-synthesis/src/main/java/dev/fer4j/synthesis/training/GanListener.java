package dev.fer4j.synthesis.training;

import dev.fer4j.core.RgbImage;

/** Watches a training of StyleGAN2. */
public interface GanListener {

    /** An interrupted training resumes, with the history so far. */
    default void resumed(GanHistory history) {}

    /**
     * A row of the history has ended.
     *
     * @param history with the new row, its last
     * @param samples a sheet of images of the averaged generator, of the same latents each time
     */
    default void rowEnded(GanHistory history, RgbImage samples) {}
}
