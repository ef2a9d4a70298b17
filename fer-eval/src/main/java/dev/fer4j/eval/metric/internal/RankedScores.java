package dev.fer4j.eval.metric.internal;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * Samples sorted by falling score, with equal scores in one group. Sorting is done once, O(n log
 * n); each weighted ROC AUC after it is one pass, O(n).
 */
public final class RankedScores {

    private final int[] order;
    private final boolean[] positive;
    private final boolean[] lastOfGroup;
    private final double[] score;

    /**
     * Sorts.
     *
     * @param positives for each sample whether it is of the positive class
     * @param scores for each sample a score that is higher the more it looks positive
     * @throws IllegalArgumentException if the lengths differ or a score is NaN
     */
    public RankedScores(boolean[] positives, double[] scores) {
        checkArgument(
                positives.length == scores.length,
                "%s classes and %s scores: one of each is needed for every sample",
                positives.length,
                scores.length);
        for (int i = 0; i < scores.length; i++) {
            checkArgument(!Double.isNaN(scores[i]), "the score of sample %s is NaN", i);
        }
        order = descending(scores);
        positive = new boolean[order.length];
        lastOfGroup = new boolean[order.length];
        score = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            positive[i] = positives[order[i]];
            score[i] = scores[order[i]];
        }
        for (int i = 0; i < order.length; i++) {
            lastOfGroup[i] = i + 1 == order.length || score[i] != score[i + 1];
        }
    }

    private static int[] descending(double[] scores) {
        Integer[] indices = new Integer[scores.length];
        Arrays.setAll(indices, i -> i);
        Arrays.sort(indices, Comparator.comparingDouble((Integer i) -> -scores[i]));
        return Arrays.stream(indices).mapToInt(Integer::intValue).toArray();
    }

    /** How many samples there are. */
    public int size() {
        return order.length;
    }

    /** Whether the sample at a rank (0 = highest score) is positive. */
    public boolean isPositive(int rank) {
        return positive[rank];
    }

    /** The score at a rank. */
    public double score(int rank) {
        return score[rank];
    }

    /** Whether the next rank has another score, or there is none. */
    public boolean isLastOfGroup(int rank) {
        return lastOfGroup[rank];
    }

    /** How many samples are positive. */
    public int positiveCount() {
        int count = 0;
        for (boolean p : positive) {
            count += p ? 1 : 0;
        }
        return count;
    }

    /**
     * The ROC AUC as the Mann-Whitney statistic: the share of pairs of a positive and a negative
     * sample in which the positive one has the higher score, a tie counting half. Whole numbers are
     * counted, so the only rounding is that of one division.
     *
     * @param weights how often each sample counts, in the order that the scores were given in; 0 or
     *     more
     * @return a number in [0, 1], or empty if the samples that count are of one class or none
     */
    public OptionalDouble auc(int[] weights) {
        long positives = 0;
        long negatives = 0;
        long twiceWins = 0;
        long groupPositives = 0;
        long groupNegatives = 0;
        for (int i = 0; i < order.length; i++) {
            int weight = weights[order[i]];
            if (positive[i]) {
                groupPositives += weight;
            } else {
                groupNegatives += weight;
            }
            if (lastOfGroup[i]) {
                twiceWins += groupNegatives * (2 * positives + groupPositives);
                positives += groupPositives;
                negatives += groupNegatives;
                groupPositives = 0;
                groupNegatives = 0;
            }
        }
        return positives == 0 || negatives == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(twiceWins / (2.0 * positives * negatives));
    }

    /** The ROC AUC with every sample counting once; see {@link #auc(int[])}. */
    public OptionalDouble auc() {
        int[] ones = new int[order.length];
        Arrays.fill(ones, 1);
        return auc(ones);
    }
}
