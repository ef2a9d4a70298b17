package dev.fer4j.eval.internal;

/**
 * Scores in descending order, each with its sample.
 *
 * <p>After adjusting for the sign, the bits of doubles have the same order as the numbers, so a
 * radix sort applies: one pass for each of the eight bytes in which any two scores differ, without
 * boxing.
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
                // All scores agree in this byte.
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

    /** A key that, as an unsigned number, is lower for higher scores. */
    private static long key(double score) {
        // Adding 0 turns −0 into 0.
        long bits = Double.doubleToRawLongBits(score + 0.0);
        return bits < 0 ? bits : bits ^ Long.MAX_VALUE;
    }

    int size() {
        return keys.length;
    }

    /** The sample at a rank (0 = highest score), as its index in the scores given. */
    int sample(int rank) {
        return samples[rank];
    }

    /** The score at a rank. */
    double score(int rank) {
        long key = keys[rank];
        return Double.longBitsToDouble(key < 0 ? key : key ^ Long.MAX_VALUE);
    }

    /** Whether the next rank has a different score or does not exist. */
    boolean isLastOfTie(int rank) {
        return rank + 1 == keys.length || keys[rank] != keys[rank + 1];
    }
}
