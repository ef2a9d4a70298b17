package dev.fer4j.benchmarks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;

/** One batch that all steps of a contestant train on; what is on it does not change their time. */
final class NoiseBatch {

    private NoiseBatch() {}

    /** {@code (batch, size, size, 3)} bytes. */
    static byte[] pixels(int batch, int size) {
        byte[] pixels = new byte[batch * size * size * 3];
        new Seed(2).generator().nextBytes(pixels);
        return pixels;
    }

    /** {@code (batch, 1)}: every other one is positive. */
    static NDArray targets(int batch, NDManager manager) {
        float[] targets = new float[batch];
        for (int i = 0; i < batch; i += 2) {
            targets[i] = 1;
        }
        return manager.create(targets, new Shape(batch, 1));
    }
}
