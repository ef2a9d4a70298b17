package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A metric as a function of how many times each cluster of samples counts. That is all that
 * resampling needs: the bootstrap counts people several times or not at all, the jackknife leaves
 * one out.
 */
public interface ClusteredMetric {

    /** How many clusters there are. */
    int clusters();

    /**
     * The metric of the samples, each counted as many times as its cluster.
     *
     * @param times for each cluster how often it counts; 0 or more
     */
    Outcome of(int[] times);

    /** The metric with every cluster counting once. */
    default Outcome value() {
        int[] ones = new int[clusters()];
        Arrays.fill(ones, 1);
        return of(ones);
    }

    /**
     * The ROC AUC, in [0, 1]; undefined where the samples that count are of one class or none.
     *
     * <p>With few clusters wins are counted once for each two clusters, after which an AUC takes as
     * long as there are pairs of clusters; with many it takes as long as there are samples.
     *
     * @param positives for each sample whether it is of the positive class
     * @param scores for each sample a score that is higher the more it looks positive
     * @param clusters of the samples
     * @throws IllegalArgumentException if lengths differ or a score is not finite
     */
    static ClusteredMetric auc(boolean[] positives, double[] scores, Clusters clusters) {
        return ClusteredAuc.of(positives, scores, clusters);
    }

    /** The ROC AUC of predictions. */
    static ClusteredMetric auc(Predictions predictions, Clusters clusters) {
        return auc(predictions.positives(), predictions.probabilities(), clusters);
    }

    /**
     * Any metric of predictions, for example the average precision:
     *
     * <pre>{@code
     * ClusteredMetric.of(test, Clusters.participants(test),
     *         p -> PrecisionRecallCurve.of(p.positives(), p.probabilities()).averagePrecision());
     * }</pre>
     *
     * <p>The metric gets each prediction as many times as its cluster counts, and is computed from
     * the start each time: for thousands of resamples of thousands of samples that takes seconds.
     */
    static ClusteredMetric of(
            Predictions predictions, Clusters clusters, Function<Predictions, Outcome> metric) {
        return new RepeatedPredictions(predictions, clusters, metric);
    }

    /** The value with its standard error over clusters, by the {@link Jackknife}. */
    default Finding<Estimate> estimate() {
        return Jackknife.of(this).map(Jackknife::estimate);
    }

    /**
     * This metric less another of the same clusters. Both count the same clusters, so what they
     * share cancels. Undefined where one of them is.
     */
    default ClusteredMetric minus(ClusteredMetric other) {
        return new MetricSum(List.of(this, other), List.of(1.0, -1.0));
    }

    /** The mean of metrics of the same clusters; undefined where one of them is. */
    static ClusteredMetric mean(List<ClusteredMetric> metrics) {
        checkArgument(!metrics.isEmpty(), "no metric has no mean");
        Double[] weights = new Double[metrics.size()];
        Arrays.fill(weights, 1.0 / metrics.size());
        return metrics.size() == 1 ? metrics.get(0) : new MetricSum(metrics, List.of(weights));
    }
}
