package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.eval.metric.Outcome;
import java.util.List;
import java.util.Optional;

/** A weighted sum of metrics of the same clusters: a difference or a mean, for example. */
record MetricSum(List<ClusteredMetric> metrics, List<Double> weights) implements ClusteredMetric {

    MetricSum {
        metrics = List.copyOf(metrics);
        weights = List.copyOf(weights);
        int clusters = metrics.get(0).clusters();
        for (ClusteredMetric metric : metrics) {
            checkArgument(
                    metric.clusters() == clusters,
                    "metrics of %s and of %s clusters: compare them on the same samples",
                    clusters,
                    metric.clusters());
        }
    }

    @Override
    public int clusters() {
        return metrics.get(0).clusters();
    }

    @Override
    public Outcome of(int[] times) {
        double sum = 0;
        for (int i = 0; i < metrics.size(); i++) {
            Outcome outcome = metrics.get(i).of(times);
            Optional<Double> value = outcome.value();
            if (value.isEmpty()) {
                return outcome;
            }
            sum += weights.get(i) * value.get();
        }
        return Outcome.of(sum);
    }
}
