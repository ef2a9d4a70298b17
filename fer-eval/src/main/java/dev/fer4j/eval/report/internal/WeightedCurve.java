package dev.fer4j.eval.report.internal;

import dev.fer4j.core.Predictions;
import java.util.Comparator;
import java.util.stream.IntStream;

/** One model's images, sorted once, for computing curves under any weights. */
final class WeightedCurve {

    private final int[] participant;
    private final boolean[] positive;
    private final boolean[] lastOfGroup;

    WeightedCurve(Predictions test, int[] participants) {
        double[] scores = test.probabilities();
        boolean[] positives = test.positives();
        int[] order =
                IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -scores[i]))
                        .mapToInt(i -> i)
                        .toArray();
        participant = new int[order.length];
        positive = new boolean[order.length];
        lastOfGroup = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            participant[i] = participants[order[i]];
            positive[i] = positives[order[i]];
            lastOfGroup[i] = i + 1 == order.length || scores[order[i]] != scores[order[i + 1]];
        }
    }

    private long[] totals(int[] times) {
        long[] totals = new long[2];
        for (int i = 0; i < participant.length; i++) {
            totals[positive[i] ? 1 : 0] += times[participant[i]];
        }
        return totals;
    }

    /** Interpolates linearly between the curve's points. */
    boolean truePositiveRates(int[] times, double[] heights) {
        long[] totals = totals(times);
        if (totals[0] == 0 || totals[1] == 0) {
            return false;
        }
        long falsePositives = 0;
        long truePositives = 0;
        double fromX = 0;
        double fromY = 0;
        int step = 0;
        for (int i = 0; i < participant.length; i++) {
            falsePositives += positive[i] ? 0 : times[participant[i]];
            truePositives += positive[i] ? times[participant[i]] : 0;
            if (!lastOfGroup[i]) {
                continue;
            }
            double x = (double) falsePositives / totals[0];
            double y = (double) truePositives / totals[1];
            while (step <= CurveBands.STEPS && (double) step / CurveBands.STEPS < x) {
                double share = ((double) step / CurveBands.STEPS - fromX) / (x - fromX);
                heights[step++] += fromY + share * (y - fromY);
            }
            fromX = x;
            fromY = y;
        }
        while (step <= CurveBands.STEPS) {
            heights[step++] += 1;
        }
        return true;
    }

    /** Without interpolation: the precision where a recall is first reached. */
    boolean precisions(int[] times, double[] heights) {
        long[] totals = totals(times);
        if (totals[0] == 0 || totals[1] == 0) {
            return false;
        }
        long called = 0;
        long truePositives = 0;
        int step = 0;
        for (int i = 0; i < participant.length && step <= CurveBands.STEPS; i++) {
            called += times[participant[i]];
            truePositives += positive[i] ? times[participant[i]] : 0;
            if (!lastOfGroup[i] || truePositives == 0) {
                continue;
            }
            double recall = (double) truePositives / totals[1];
            double precision = (double) truePositives / called;
            while (step <= CurveBands.STEPS && (double) step / CurveBands.STEPS <= recall) {
                heights[step++] += precision;
            }
        }
        return true;
    }
}
