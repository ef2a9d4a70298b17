package dev.fer4j.eval.scored;

import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.metric.Outcome;
import java.util.function.BiFunction;

/** A metric of classes and scores, where each case is repeated as often as its cluster counts. */
final class RepeatedScores implements ClusteredMetric {

    private final boolean[] positives;
    private final double[] scores;
    private final Clusters of;
    private final BiFunction<boolean[], double[], Outcome> metric;

    RepeatedScores(
            boolean[] positives,
            double[] scores,
            Clusters of,
            BiFunction<boolean[], double[], Outcome> metric) {
        this.positives = positives;
        this.scores = scores;
        this.of = of;
        this.metric = metric;
    }

    @Override
    public int clusters() {
        return of.count();
    }

    @Override
    public Outcome of(int[] times) {
        int size = 0;
        for (int i = 0; i < scores.length; i++) {
            size += times[of.of(i)];
        }
        boolean[] repeatedPositives = new boolean[size];
        double[] repeatedScores = new double[size];
        int at = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int time = 0; time < times[of.of(i)]; time++) {
                repeatedPositives[at] = positives[i];
                repeatedScores[at++] = scores[i];
            }
        }
        return metric.apply(repeatedPositives, repeatedScores);
    }
}
