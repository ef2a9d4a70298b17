package dev.fer4j.synthesis.training;

import dev.fer4j.core.RgbImage;

/** Observes a StyleGAN2 training. */
public interface GanListener {

    /** Called when an interrupted training resumes, with the history so far. */
    default void resumed(GanHistory history) {}

    /**
     * Called at the end of a row of the history.
     *
     * @param history ends with the new row
     * @param samples a sheet of images of the averaged generator, of the same latents each time
     */
    default void rowEnded(GanHistory history, RgbImage samples) {}
}
