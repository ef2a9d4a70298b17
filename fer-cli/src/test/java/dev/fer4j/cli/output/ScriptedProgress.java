package dev.fer4j.cli.output;

import dev.fer4j.core.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Shows a task, drawn after each step, and changes the width of its terminal meanwhile. */
final class ScriptedProgress {

    private static final int STEPS = 30;

    private ScriptedProgress() {}

    /**
     * Runs it.
     *
     * @param arguments the later width in columns
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (ProgressBars bars = ProgressBars.onStandardError()) {
            bars.update(new Progress("study", 0, 4, "running: baseline; about 5 min left"));
            for (int step = 0; step < STEPS; step++) {
                if (step == STEPS / 2) {
                    new ProcessBuilder("stty", "cols", arguments[0]).inheritIO().start().waitFor();
                    bars.say(out, "resized");
                }
                bars.update(
                        new Progress(
                                "training Baseline + YouTube + StyleGAN2",
                                step,
                                STEPS,
                                "epoch 3/12 loss 0.012 acc 1.000, val loss 0.660 acc 0.667"
                                        + (step % 2 == 0 ? "" : " auc 0.600")));
                bars.redraw();
            }
            bars.update(new Progress("training Baseline + YouTube + StyleGAN2", STEPS, STEPS, ""));
            // Otherwise its bar would be left, or not, depending on when it was last redrawn.
            bars.update(new Progress("study", 4, 4, ""));
        }
    }
}
