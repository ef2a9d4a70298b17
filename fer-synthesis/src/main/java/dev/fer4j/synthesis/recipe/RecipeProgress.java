package dev.fer4j.synthesis.recipe;

import dev.fer4j.core.Progress;
import dev.fer4j.core.ProgressListener;

/** Counts frames and images of a recipe, whose groups may be projected by several threads. */
final class RecipeProgress {

    private static final String TASK = "synthesizing";

    private final int frames;
    private final ProgressListener listener;
    private double inWork;
    private int finished;
    private int images;
    private int dropped;

    RecipeProgress(int frames, ProgressListener listener) {
        this.frames = frames;
        this.listener = listener;
    }

    /**
     * Counts a step.
     *
     * @param share the number of frames that it took part in, times its share of all steps
     */
    synchronized void stepped(double share) {
        inWork += share;
        update();
    }

    /**
     * Counts a frame that is finished.
     *
     * @param converged if not, it is dropped
     * @param count the number of its images if it is not dropped
     * @param share what was counted of it in steps, 0 to 1
     */
    synchronized void finished(boolean converged, int count, double share) {
        inWork -= share;
        finished++;
        images += converged ? count : 0;
        dropped += converged ? 0 : 1;
        update();
    }

    private void update() {
        // Steps may all be done before the last images are.
        int done = Math.min(finished + (int) (inWork + 1e-6), Math.max(frames - 1, finished));
        listener.update(
                new Progress(
                        TASK, done, frames, images + " images, " + dropped + " frames dropped"));
    }
}
