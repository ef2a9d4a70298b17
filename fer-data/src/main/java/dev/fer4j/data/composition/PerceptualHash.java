package dev.fer4j.data.composition;

import java.util.Arrays;

/**
 * The 64-bit DCT hash of Zauner (2010, "Implementation and Benchmarking of Perceptual Image Hash
 * Functions", section 3.2.1), known as pHash, of a 32 × 32 luma thumbnail.
 *
 * <p>The two-dimensional DCT-II of the thumbnail is computed without scaling, which would not
 * change the order of the coefficients used. These are the ones with vertical and horizontal
 * frequency 1 to 8, without row 0 and column 0, which include the constant term. Bit {@code 8 · (v
 * − 1) + (u − 1)}, the lowest first, is set if the coefficient of vertical frequency v and
 * horizontal frequency u exceeds the median of the 64 (the mean of the 32nd and 33rd). The hash is
 * therefore invariant to brightness and contrast, but not to mirroring.
 */
final class PerceptualHash {

    /** The number of rows and of columns of the thumbnail. */
    static final int SIDE = 32;

    private static final int KEPT = 8;
    private static final double[][] COSINES = cosines();

    private PerceptualHash() {}

    /**
     * Hashes a thumbnail.
     *
     * @param luma {@value #SIDE} × {@value #SIDE} unsigned bytes, row by row
     */
    static long of(byte[] luma) {
        double[] coefficients = lowFrequencies(luma);
        double[] sorted = coefficients.clone();
        Arrays.sort(sorted);
        double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        long hash = 0;
        for (int i = 0; i < coefficients.length; i++) {
            if (coefficients[i] > median) {
                hash |= 1L << i;
            }
        }
        return hash;
    }

    private static double[] lowFrequencies(byte[] luma) {
        double[] rows = new double[SIDE * KEPT];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < KEPT; u++) {
                double sum = 0;
                for (int x = 0; x < SIDE; x++) {
                    sum += COSINES[u][x] * (luma[SIDE * y + x] & 0xff);
                }
                rows[KEPT * y + u] = sum;
            }
        }
        double[] coefficients = new double[KEPT * KEPT];
        for (int v = 0; v < KEPT; v++) {
            for (int u = 0; u < KEPT; u++) {
                double sum = 0;
                for (int y = 0; y < SIDE; y++) {
                    sum += COSINES[v][y] * rows[KEPT * y + u];
                }
                coefficients[KEPT * v + u] = sum;
            }
        }
        return coefficients;
    }

    /** Of frequencies 1 to 8. StrictMath makes hashes the same on every machine. */
    private static double[][] cosines() {
        double[][] cosines = new double[KEPT][SIDE];
        for (int u = 0; u < KEPT; u++) {
            for (int x = 0; x < SIDE; x++) {
                cosines[u][x] = StrictMath.cos(Math.PI * (2 * x + 1) * (u + 1) / (2.0 * SIDE));
            }
        }
        return cosines;
    }
}
