package dev.fer4j.eval.internal;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Samples ranked by score. They are sorted once, in linear time; each weighted ROC AUC, as needed
 * by a bootstrap, is then one pass over the positive samples and one over the negative ones.
 */
public final class RankedScores {

    private final ThresholdCounts counts;

    /** In descending order of score. */
    private final int[] positiveSamples;

    private final int[] negativeSamples;

    /** For each negative sample, the number of positive ones with a higher score. */
    private final int[] above;

    /** For each negative sample, the number of positive ones with at least its score. */
    private final int[] atLeast;

    /**
     * Ranks samples.
     *
     * @param positives whether each sample is of the positive class
     * @param scores each sample's score, higher for samples more likely to be positive
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

    /** The counts from which curves are computed. */
    public ThresholdCounts counts() {
        return counts;
    }

    /** The number of samples. */
    public int size() {
        return positiveSamples.length + negativeSamples.length;
    }

    /** The number of positive samples. */
    public int positiveCount() {
        return positiveSamples.length;
    }

    /**
     * The ROC AUC as the Mann-Whitney statistic: the share of pairs of a positive and a negative
     * sample in which the positive one has the higher score, a tie counting half. Counts are
     * integers, so the only rounding is that of one division.
     *
     * @param weights how often each sample counts, in the order of the scores given; 0 or more
     * @return a number in [0, 1], or empty if the samples with positive weight are of one class or
     *     none
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
     * The ROC AUC with real weights. With integer-valued weights the result is bitwise equal to
     * {@link #auc(int[])}.
     *
     * @param weights the weight of each sample, in the order of the scores given; 0 or more, finite
     * @return a number in [0, 1], or empty if the samples with positive weight are of one class or
     *     none
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

    /** The ROC AUC with every sample counted once; see {@link #auc(int[])}. */
    public OptionalDouble auc() {
        int[] ones = new int[size()];
        Arrays.fill(ones, 1);
        return auc(ones);
    }
}
