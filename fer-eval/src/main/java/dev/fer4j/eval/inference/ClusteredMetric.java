package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Predictions;
import dev.fer4j.eval.metric.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A metric as a function of the multiplicity of each cluster of samples. This suffices for
 * resampling: the bootstrap counts people several times or not at all, the jackknife leaves one
 * out.
 */
public interface ClusteredMetric {

    /** The number of clusters. */
    int clusters();

    /**
     * The metric of the samples, each counted as many times as its cluster.
     *
     * @param times how often each cluster counts; 0 or more
     */
    Outcome of(int[] times);

    /** The metric with every cluster counted once. */
    default Outcome value() {
        int[] ones = new int[clusters()];
        Arrays.fill(ones, 1);
        return of(ones);
    }

    /**
     * The ROC AUC, in [0, 1]; undefined if the samples with positive weight are of one class or
     * none.
     *
     * <p>With few clusters, wins are counted once for each pair of clusters, after which an AUC
     * takes time proportional to the number of pairs; with many, it takes time proportional to the
     * number of samples.
     *
     * @param positives whether each sample is of the positive class
     * @param scores each sample's score, higher for samples more likely to be positive
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
     * <p>The metric is given each prediction as many times as its cluster counts, and is recomputed
     * from scratch each time: thousands of resamples of thousands of samples take seconds.
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
     * This metric minus another of the same clusters. Both use the same multiplicities, so common
     * variation cancels. Undefined where either is.
     */
    default ClusteredMetric minus(ClusteredMetric other) {
        return new MetricSum(List.of(this, other), List.of(1.0, -1.0));
    }

    /** The mean of metrics of the same clusters; undefined where any of them is. */
    static ClusteredMetric mean(List<ClusteredMetric> metrics) {
        checkArgument(!metrics.isEmpty(), "no metric has no mean");
        Double[] weights = new Double[metrics.size()];
        Arrays.fill(weights, 1.0 / metrics.size());
        return metrics.size() == 1 ? metrics.get(0) : new MetricSum(metrics, List.of(weights));
    }
}
