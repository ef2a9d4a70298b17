package dev.fer4j.benchmarks.gpu;

import dev.fer4j.train.device.Arithmetic.Precision;
import java.io.IOException;
import java.util.Map;

/** The stages of the benchmark, in their order: first what others need, checks, measurements. */
enum Stage {
    MACHINE("natives, driver, GPUs, and a sum on the device", Map.of(), Ladder::machine),
    HIDDEN(
            "without a visible GPU, the CPU is used",
            Map.of("CUDA_VISIBLE_DEVICES", ""),
            Ladder::hidden),
    GRADIENTS("logits and gradients against the CPU's", Map.of(), Ladder::gradients),
    ADAM("an update by Adam against the CPU's", Map.of(), Ladder::adam),
    RESUME(
            "a captured state, restored, and steps after it",
            Map.of("CUBLAS_WORKSPACE_CONFIG", ":4096:8"),
            Ladder::resume),
    COUNTS("launches, copies and reads of a step", Map.of(), Measurements::counts),
    STEP_FLOAT32("steps of training in float32", Map.of(), setup -> step(setup, Precision.FLOAT32)),
    STEP_TF32("steps of training in TF32", Map.of(), setup -> step(setup, Precision.TF32)),
    STEP_BFLOAT16(
            "steps of training in bfloat16", Map.of(), setup -> step(setup, Precision.BFLOAT16)),
    PREDICTION("images predicted, against the CPU's logits", Map.of(), Measurements::prediction),
    PIPELINE("images decoded and augmented, against steps", Map.of(), Measurements::pipeline),
    GAN("training of StyleGAN2", Map.of(), Measurements::gan),
    PROJECTION("projection in groups", Map.of(), Measurements::projection),
    MEMORY("memory during many steps", Map.of(), Measurements::memory);

    /** What a stage does. */
    @FunctionalInterface
    private interface Work {
        void run(Setup setup) throws IOException;
    }

    private final String title;
    private final Map<String, String> environment;
    private final Work work;

    Stage(String title, Map<String, String> environment, Work work) {
        this.title = title;
        this.environment = environment;
        this.work = work;
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
        return environment;
    }

    void run(Setup setup) throws IOException {
        work.run(setup);
    }

    private static void step(Setup setup, Precision precision) {
        Measurements.steps(setup, precision);
    }
}
