package dev.fer4j.train.optim;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * Adam's update in one pass over memory, where tensor operations make a dozen. Floats are worked on
 * in pieces that fit into the fastest cache, by loops that the JVM vectorizes; each element by
 * itself, so that results do not depend on the number of threads.
 *
 * <p>All numbers are single: the tensors are.
 *
 * @param beta1 share of the old mean
 * @param beta2 share of the old variance
 * @param scale of gradients
 * @param l2 share of the value added to its gradient
 * @param keep factor applied to a value before the update
 * @param rate with bias corrections
 * @param epsilon added to the root of the variance
 */
record FusedUpdate(
        float beta1, float beta2, float scale, float l2, float keep, float rate, float epsilon) {

    /** Elements of a piece: its four arrays take 64 KB. */
    private static final int PIECE = 4096;

    /** Pieces that one thread works on in a row, sharing arrays. */
    private static final int ROW = 16;

    /** Never written to. */
    private static final float[] ZEROS = new float[PIECE];

    /**
     * Updates values and moments in place, and resets gradients to zero in the same pass: those of
     * a piece in which something is not finite stay, so that its place can be found.
     *
     * @param values of as many elements as gradients
     * @param means first moments of these values and others
     * @param variances second moments, likewise
     * @param start where the values' moments begin
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

    /** Four sums at a time, since each addition waits for the one before. */
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
