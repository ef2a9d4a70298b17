package dev.fer4j.eval.internal;

import java.util.Arrays;

/**
 * For each distinct score as a threshold, from the highest to the lowest, the numbers of positive
 * and negative samples with at least that score. Curves are computed from these counts.
 */
public final class ThresholdCounts {

    private final double[] thresholds;
    private final int[] truePositives;
    private final int[] falsePositives;
    private final int positives;
    private final int negatives;

    ThresholdCounts(boolean[] classes, SortedScores sorted) {
        double[] scores = new double[sorted.size()];
        int[] positivesSoFar = new int[sorted.size()];
        int[] negativesSoFar = new int[sorted.size()];
        int size = 0;
        int truePositive = 0;
        for (int rank = 0; rank < sorted.size(); rank++) {
            truePositive += classes[sorted.sample(rank)] ? 1 : 0;
            if (sorted.isLastOfTie(rank)) {
                scores[size] = sorted.score(rank);
                positivesSoFar[size] = truePositive;
                negativesSoFar[size] = rank + 1 - truePositive;
                size++;
            }
        }
        thresholds = Arrays.copyOf(scores, size);
        truePositives = Arrays.copyOf(positivesSoFar, size);
        falsePositives = Arrays.copyOf(negativesSoFar, size);
        positives = truePositive;
        negatives = sorted.size() - truePositive;
    }

    /** The number of distinct scores. */
    public int size() {
        return thresholds.length;
    }

    /** The threshold at an index, 0 being the highest. */
    public double threshold(int index) {
        return thresholds[index];
    }

    /** The number of positive samples with at least that score; 0 at index −1, before the first. */
    public int truePositives(int index) {
        return index < 0 ? 0 : truePositives[index];
    }

    /** The number of negative samples with at least that score; 0 at index −1, before the first. */
    public int falsePositives(int index) {
        return index < 0 ? 0 : falsePositives[index];
    }

    /** The number of samples with at least that score; 0 at index −1, before the first. */
    public int called(int index) {
        return truePositives(index) + falsePositives(index);
    }

    /** The number of positive samples. */
    public int positives() {
        return positives;
    }

    /** The number of negative samples. */
    public int negatives() {
        return negatives;
    }
}
