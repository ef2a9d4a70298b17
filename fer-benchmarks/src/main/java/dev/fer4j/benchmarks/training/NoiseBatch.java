package dev.fer4j.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;

/**
 * The batch of noise for all steps of a contestant; the content of images does not affect their
 * duration.
 */
final class NoiseBatch {

    private NoiseBatch() {}

    /** Pixels {@code (batch, size, size, 3)}. */
    static byte[] pixels(int batch, int size) {
        byte[] pixels = new byte[batch * size * size * 3];
        new Seed(2).generator().nextBytes(pixels);
        return pixels;
    }

    /** Targets {@code (batch, 1)}, alternating between the classes. */
    static NDArray targets(int batch, NDManager manager) {
        float[] targets = new float[batch];
        for (int i = 0; i < batch; i += 2) {
            targets[i] = 1;
        }
        return manager.create(targets, new Shape(batch, 1));
    }
}
