package dev.fer4j.eval.internal;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Samples ranked by score. Sorting is done once, in time proportional to their number; each
 * weighted ROC AUC after it, as a bootstrap needs it, is one pass over the positive samples and one
 * over the negative ones.
 */
public final class RankedScores {

    private final ThresholdCounts counts;

    /** By falling score. */
    private final int[] positiveSamples;

    private final int[] negativeSamples;

    /** For each negative sample how many positive ones have a higher score. */
    private final int[] above;

    /** For each negative sample how many positive ones have at least its score. */
    private final int[] atLeast;

    /**
     * Ranks.
     *
     * @param positives for each sample whether it is of the positive class
     * @param scores for each sample a score that is higher the more it looks positive
     * @throws IllegalArgumentException if the lengths differ or a score is not finite
     */
    public RankedScores(boolean[] positives, double[] scores) {
        CaseArrays.checkScores(positives, scores);
        SortedScores sorted = new SortedScores(scores);
        counts = new ThresholdCounts(positives, sorted);
        positiveSamples = new int[counts.positives()];
        negativeSamples = new int[counts.negatives()];
        above = new int[counts.negatives()];
        atLeast = new int[counts.negatives()];
        int positive = 0;
        int negative = 0;
        int threshold = 0;
        for (int rank = 0; rank < sorted.size(); rank++) {
            int sample = sorted.sample(rank);
            if (positives[sample]) {
                positiveSamples[positive++] = sample;
            } else {
                negativeSamples[negative] = sample;
                above[negative] = counts.truePositives(threshold - 1);
                atLeast[negative] = counts.truePositives(threshold);
                negative++;
            }
            threshold += sorted.isLastOfTie(rank) ? 1 : 0;
        }
    }

    /** What curves are made of. */
    public ThresholdCounts counts() {
        return counts;
    }

    /** How many samples there are. */
    public int size() {
        return positiveSamples.length + negativeSamples.length;
    }

    /** How many samples are positive. */
    public int positiveCount() {
        return positiveSamples.length;
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
        long[] weightAbove = new long[positiveSamples.length + 1];
        long positives = 0;
        for (int i = 0; i < positiveSamples.length; i++) {
            positives += weights[positiveSamples[i]];
            weightAbove[i + 1] = positives;
        }
        long negatives = 0;
        long twiceWins = 0;
        for (int i = 0; i < negativeSamples.length; i++) {
            long weight = weights[negativeSamples[i]];
            negatives += weight;
            twiceWins += weight * (weightAbove[above[i]] + weightAbove[atLeast[i]]);
        }
        return positives == 0 || negatives == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(twiceWins / (2.0 * positives * negatives));
    }

    /**
     * The ROC AUC with weights that need not be whole. Weights of whole numbers give the same bits
     * as {@link #auc(int[])}.
     *
     * @param weights how much each sample counts, in the order that the scores were given in; 0 or
     *     more, finite
     * @return a number in [0, 1], or empty if the samples that count are of one class or none
     */
    public OptionalDouble auc(double[] weights) {
        double[] weightAbove = new double[positiveSamples.length + 1];
        double positives = 0;
        for (int i = 0; i < positiveSamples.length; i++) {
            positives += weights[positiveSamples[i]];
            weightAbove[i + 1] = positives;
        }
        double negatives = 0;
        double twiceWins = 0;
        for (int i = 0; i < negativeSamples.length; i++) {
            double weight = weights[negativeSamples[i]];
            negatives += weight;
            twiceWins += weight * (weightAbove[above[i]] + weightAbove[atLeast[i]]);
        }
        double twicePairs = 2 * positives * negatives;
        return twicePairs > 0
                ? OptionalDouble.of(Math.min(1, twiceWins / twicePairs))
                : OptionalDouble.empty();
    }

    /** The ROC AUC with every sample counting once; see {@link #auc(int[])}. */
    public OptionalDouble auc() {
        int[] ones = new int[size()];
        Arrays.fill(ones, 1);
        return auc(ones);
    }
}
