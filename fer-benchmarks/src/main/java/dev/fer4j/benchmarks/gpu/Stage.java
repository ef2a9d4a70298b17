package dev.fer4j.benchmarks.gpu;

import dev.fer4j.train.device.Arithmetic.Precision;
import java.io.IOException;
import java.util.Map;

/** The stages of the benchmark in their order: what others need, checks, measurements. */
enum Stage {
    MACHINE("natives, driver, GPUs, and a sum on the device"),
    HIDDEN("without a visible GPU, the CPU is used"),
    GRADIENTS("logits and gradients against the CPU's"),
    ADAM("an update by Adam against the CPU's"),
    RESUME("a captured state, restored, and steps after it"),
    COUNTS("launches, copies and reads of a step"),
    STEP_FLOAT32("steps of training in float32"),
    STEP_TF32("steps of training in TF32"),
    STEP_BFLOAT16("steps of training in bfloat16"),
    PREDICTION("images predicted, with logits against the CPU's"),
    PIPELINE("images decoded and augmented, against steps"),
    GAN("training of StyleGAN2"),
    PROJECTION("projection in groups"),
    MEMORY("memory during many steps");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** Its name in options and reports, such as {@code step-tf32}. */
    String id() {
        return Setup.word(this);
    }

    /** What it does, in words. */
    String title() {
        return title;
    }

    /** What is added to the environment of its process. */
    Map<String, String> environment() {
        return switch (this) {
            case HIDDEN -> Map.of("CUDA_VISIBLE_DEVICES", "");
            case RESUME -> Map.of("CUBLAS_WORKSPACE_CONFIG", ":4096:8");
            default -> Map.of();
        };
    }

    /** Does it, in this process. */
    void run(Setup setup) throws IOException {
        switch (this) {
            case MACHINE -> Ladder.machine(setup);
            case HIDDEN -> Ladder.hidden(setup);
            case GRADIENTS -> Ladder.gradients(setup);
            case ADAM -> Ladder.adam(setup);
            case RESUME -> Ladder.resume(setup);
            case COUNTS -> Measurements.counts(setup);
            case STEP_FLOAT32 -> Measurements.steps(setup, Precision.FLOAT32);
            case STEP_TF32 -> Measurements.steps(setup, Precision.TF32);
            case STEP_BFLOAT16 -> Measurements.steps(setup, Precision.BFLOAT16);
            case PREDICTION -> Measurements.prediction(setup);
            case PIPELINE -> Measurements.pipeline(setup);
            case GAN -> Measurements.gan(setup);
            case PROJECTION -> Measurements.projection(setup);
            case MEMORY -> Measurements.memory(setup);
        }
    }
}
