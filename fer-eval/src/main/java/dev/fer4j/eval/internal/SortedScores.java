package dev.fer4j.eval.internal;

/**
 * Scores in falling order, each with the sample that it belongs to.
 *
 * <p>The bits of a double, with the sign's meaning put right, are in the order of the numbers, so
 * they can be sorted digit by digit: a radix sort, in one pass for each of the eight bytes in which
 * any two scores differ. Nothing is boxed.
 */
final class SortedScores {

    private static final int DIGITS = Long.BYTES;
    private static final int VALUES = 1 << Byte.SIZE;

    private long[] keys;
    private int[] samples;

    /** Sorts finite scores; equal ones keep their order, and −0 equals 0. */
    SortedScores(double[] scores) {
        keys = new long[scores.length];
        samples = new int[scores.length];
        int[][] counts = new int[DIGITS][VALUES];
        for (int i = 0; i < scores.length; i++) {
            long key = key(scores[i]);
            keys[i] = key;
            samples[i] = i;
            for (int digit = 0; digit < DIGITS; digit++) {
                counts[digit][digit(key, digit)]++;
            }
        }
        sort(counts);
    }

    private void sort(int[][] counts) {
        long[] nextKeys = new long[keys.length];
        int[] nextSamples = new int[keys.length];
        for (int digit = 0; digit < DIGITS; digit++) {
            int[] place = counts[digit];
            if (keys.length == 0 || place[digit(keys[0], digit)] == keys.length) {
                // All scores have the same value here.
                continue;
            }
            int below = 0;
            for (int value = 0; value < VALUES; value++) {
                int count = place[value];
                place[value] = below;
                below += count;
            }
            for (int i = 0; i < keys.length; i++) {
                int to = place[digit(keys[i], digit)]++;
                nextKeys[to] = keys[i];
                nextSamples[to] = samples[i];
            }
            long[] sortedKeys = nextKeys;
            nextKeys = keys;
            keys = sortedKeys;
            int[] sortedSamples = nextSamples;
            nextSamples = samples;
            samples = sortedSamples;
        }
    }

    private static int digit(long key, int digit) {
        return (int) (key >>> (digit * Byte.SIZE)) & (VALUES - 1);
    }

    /** The higher the score, the lower the key as an unsigned number. */
    private static long key(double score) {
        // Adding 0 makes 0 of −0.
        long bits = Double.doubleToRawLongBits(score + 0.0);
        return bits < 0 ? bits : bits ^ Long.MAX_VALUE;
    }

    int size() {
        return keys.length;
    }

    /** The sample at a rank (0 = highest score), as its place among the scores given. */
    int sample(int rank) {
        return samples[rank];
    }

    /** The score at a rank. */
    double score(int rank) {
        long key = keys[rank];
        return Double.longBitsToDouble(key < 0 ? key : key ^ Long.MAX_VALUE);
    }

    /** Whether the next rank has another score, or there is none. */
    boolean isLastOfTie(int rank) {
        return rank + 1 == keys.length || keys[rank] != keys[rank + 1];
    }
}
