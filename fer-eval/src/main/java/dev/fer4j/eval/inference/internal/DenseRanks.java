package dev.fer4j.eval.inference.internal;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;

/**
 * The dense ranks of values: the smallest have rank 0, the next larger ones rank 1, and so on;
 * equal values share a rank. Computed in O(n log n), without boxing.
 */
public final class DenseRanks {

    private final int[] rankOf;
    private final int[] countOf;

    /**
     * Ranks values.
     *
     * @param values the values; infinities are allowed
     * @throws IllegalArgumentException if a value is NaN
     */
    public DenseRanks(double... values) {
        double[] distinct = values.clone();
        for (int i = 0; i < distinct.length; i++) {
            checkArgument(!Double.isNaN(distinct[i]), "value %s is NaN", i);
            // -0.0 equals 0.0, but would be sorted before it.
            distinct[i] += 0.0;
        }
        Arrays.sort(distinct);
        int ranks = 0;
        for (int i = 0; i < distinct.length; i++) {
            if (i == 0 || distinct[i] != distinct[ranks - 1]) {
                distinct[ranks++] = distinct[i];
            }
        }
        rankOf = new int[values.length];
        countOf = new int[ranks];
        for (int i = 0; i < values.length; i++) {
            rankOf[i] = Arrays.binarySearch(distinct, 0, ranks, values[i] + 0.0);
            countOf[rankOf[i]]++;
        }
    }

    /** The rank of a value, from 0. */
    public int of(int index) {
        return rankOf[index];
    }

    /** The number of distinct values. */
    public int distinct() {
        return countOf.length;
    }

    /** The number of values that share a rank. */
    public int count(int rank) {
        return countOf[rank];
    }

    /**
     * The midranks: the position of each value in sorted order, from 1, where ties share their mean
     * position. They always sum to n (n + 1) / 2.
     */
    public double[] midranks() {
        double[] midrank = new double[countOf.length];
        int before = 0;
        for (int rank = 0; rank < midrank.length; rank++) {
            midrank[rank] = before + (countOf[rank] + 1) / 2.0;
            before += countOf[rank];
        }
        double[] midranks = new double[rankOf.length];
        Arrays.setAll(midranks, i -> midrank[rankOf[i]]);
        return midranks;
    }
}
