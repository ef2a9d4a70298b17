package dev.fer4j.train.optim;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * Adam's update in one pass over memory, where tensor operations would need a dozen. Arrays are
 * processed in pieces that fit into the L1 cache, by loops that the JVM vectorizes. Elements are
 * independent of each other, so that results do not depend on the number of threads.
 *
 * <p>Computes in single precision, like the tensors.
 *
 * @param beta1 decay rate of the mean
 * @param beta2 decay rate of the variance
 * @param scale factor of gradients
 * @param l2 multiple of the value added to its gradient
 * @param keep factor applied to a value before the update
 * @param rate learning rate, bias corrections included
 * @param epsilon added to the root of the variance
 */
record FusedUpdate(
        float beta1, float beta2, float scale, float l2, float keep, float rate, float epsilon) {

    /** Number of elements in a piece, whose four arrays take 64 KB. */
    private static final int PIECE = 4096;

    /** Number of consecutive pieces that a thread processes with the same buffers. */
    private static final int ROW = 16;

    /** Never written to. */
    private static final float[] ZEROS = new float[PIECE];

    /**
     * Updates values and moments in place, and resets gradients to zero in the same pass. Gradients
     * of a piece with a non-finite result are kept, so that it can be located.
     *
     * @param values the values, as many as gradients
     * @param means first moments of these and other values
     * @param variances second moments, likewise
     * @param start index of the first of the values' moments
     * @return a number that is finite if all values and moments are
     */
    float apply(
            FloatBuffer values,
            FloatBuffer gradients,
            FloatBuffer means,
            FloatBuffer variances,
            int start) {
        int size = values.remaining();
        int rows = (size + PIECE * ROW - 1) / (PIECE * ROW);
        IntStream range = IntStream.range(0, rows);
        return (float)
                (rows > 1 ? range.parallel() : range)
                        .mapToDouble(
                                row -> row(row, size, values, gradients, means, variances, start))
                        .sum();
    }

    private float row(
            int row,
            int size,
            FloatBuffer values,
            FloatBuffer gradients,
            FloatBuffer means,
            FloatBuffer variances,
            int start) {
        float[] value = new float[PIECE];
        float[] gradient = new float[PIECE];
        float[] mean = new float[PIECE];
        float[] variance = new float[PIECE];
        float check = 0;
        int end = Math.min(size, (row + 1) * PIECE * ROW);
        for (int at = row * PIECE * ROW; at < end; at += PIECE) {
            int count = Math.min(PIECE, end - at);
            values.get(at, value, 0, count);
            gradients.get(at, gradient, 0, count);
            means.get(start + at, mean, 0, count);
            variances.get(start + at, variance, 0, count);
            update(count, value, gradient, mean, variance);
            float ofPiece = sum(count, value, variance);
            if (Float.isFinite(ofPiece)) {
                gradients.put(at, ZEROS, 0, count);
            }
            check += ofPiece;
            values.put(at, value, 0, count);
            means.put(start + at, mean, 0, count);
            variances.put(start + at, variance, 0, count);
        }
        return check;
    }

    private void update(
            int count, float[] value, float[] gradient, float[] mean, float[] variance) {
        float rest1 = 1 - beta1;
        float rest2 = 1 - beta2;
        float b1 = beta1;
        float b2 = beta2;
        float s = scale;
        float l = l2;
        float k = keep;
        float r = rate;
        float e = epsilon;
        for (int i = 0; i < count; i++) {
            float g = gradient[i] * s + l * value[i];
            float m = b1 * mean[i] + rest1 * g;
            float v = b2 * variance[i] + rest2 * (g * g);
            mean[i] = m;
            variance[i] = v;
            value[i] = k * value[i] - r * (m / ((float) Math.sqrt(v) + e));
        }
    }

    /** Computes four partial sums, since each addition depends on the previous one. */
    private static float sum(int count, float[] value, float[] variance) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += value[i] + variance[i];
            b += value[i + 1] + variance[i + 1];
            c += value[i + 2] + variance[i + 2];
            d += value[i + 3] + variance[i + 3];
        }
        for (; i < count; i++) {
            a += value[i] + variance[i];
        }
        return a + b + c + d;
    }
}
