package dev.fer4j.eval.internal;

import java.util.Arrays;

/**
 * For each different score as a threshold, from the highest to the lowest, how many samples with at
 * least that score are positive and how many are negative. All that curves are made of.
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

    /** How many different scores there are. */
    public int size() {
        return thresholds.length;
    }

    /** The threshold at an index, 0 being the highest. */
    public double threshold(int index) {
        return thresholds[index];
    }

    /** How many positive samples have at least that score; none before the first, at −1. */
    public int truePositives(int index) {
        return index < 0 ? 0 : truePositives[index];
    }

    /** How many negative samples have at least that score; none before the first, at −1. */
    public int falsePositives(int index) {
        return index < 0 ? 0 : falsePositives[index];
    }

    /** How many samples have at least that score; none before the first, at −1. */
    public int called(int index) {
        return truePositives(index) + falsePositives(index);
    }

    /** How many samples are positive. */
    public int positives() {
        return positives;
    }

    /** How many samples are negative. */
    public int negatives() {
        return negatives;
    }
}
