package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.Stats;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import dev.fer4j.eval.metric.Outcome;
import java.util.List;

/**
 * The jackknife over clusters: the metric with each cluster left out once. It is the default of
 * this library, for intervals and tests alike: with twenty people it has its nominal coverage and
 * rejection rate, where the bootstrap's and DeLong's intervals are too narrow (measured by {@code
 * benchmark validity}; docs/benchmarks.md).
 *
 * <p>In regression this variance estimate is known as CV3 and is recommended for few clusters (J.
 * G. MacKinnon, M. Ø. Nielsen, M. D. Webb, "Cluster-robust inference: a guide to empirical
 * practice", Journal of Econometrics 232, 2023). It suits any metric, needs no random numbers, and
 * computes the metric once for each cluster.
 *
 * @param value the metric of all clusters
 * @param leftOut for each cluster, or group of clusters, the metric without it; at least 2
 */
public record Jackknife(double value, List<Double> leftOut) {

    public Jackknife {
        leftOut = List.copyOf(leftOut);
        checkArgument(leftOut.size() >= 2, "a jackknife needs two clusters");
    }

    /**
     * Leaves out each cluster once or, if there are more than 200, each group of {@link
     * Clusters#inGroups}.
     *
     * @return undefined if the metric is, with fewer than two clusters, or if the metric is
     *     undefined without one of them, for example because all samples of a class come from one
     *     person
     */
    public static Finding<Jackknife> of(ClusteredMetric metric) {
        Outcome value = metric.value();
        if (value.value().isEmpty()) {
            return Finding.undefined(value.undefinedBecause().orElseThrow());
        }
        if (metric.clusters() < 2) {
            return Finding.undefined("one participant cannot be left out; at least two are needed");
        }
        int[] groupOf = Clusters.groups(metric.clusters());
        int[] times = new int[groupOf.length];
        double[] leftOut = new double[Ints.max(groupOf) + 1];
        for (int group = 0; group < leftOut.length; group++) {
            for (int i = 0; i < times.length; i++) {
                times[i] = groupOf[i] == group ? 0 : 1;
            }
            Outcome without = metric.of(times);
            if (without.value().isEmpty()) {
                return Finding.undefined(
                        "without one of the participants there is no value: "
                                + without.undefinedBecause().orElseThrow());
            }
            leftOut[group] = without.value().get();
        }
        return Finding.of(new Jackknife(value.value().get(), Doubles.asList(leftOut)));
    }

    /**
     * The value with its standard error √((K − 1) / K · Σ (θ₍ᵢ₎ − θ̄)²), where θ₍ᵢ₎ is the metric
     * without cluster i, θ̄ their mean and K the number of clusters, and K − 1 degrees of freedom.
     */
    public Estimate estimate() {
        int clusters = leftOut.size();
        double variance =
                isConstant() ? 0 : (clusters - 1) * Stats.of(leftOut).populationVariance();
        return new Estimate(value, Math.sqrt(variance), clusters - 1);
    }

    /**
     * The acceleration, the rate at which the standard error changes with the metric: Σ (θ̄ −
     * θ₍ᵢ₎)³ / (6 (Σ (θ̄ − θ₍ᵢ₎)²)^1.5); 0 if leaving out anyone changes nothing. Used by {@link
     * Replicates#bca}.
     */
    public double acceleration() {
        if (isConstant()) {
            return 0;
        }
        double mean = Stats.meanOf(leftOut);
        double squares = 0;
        double cubes = 0;
        for (double without : leftOut) {
            double deviation = mean - without;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        return cubes / (6 * Math.pow(squares, 1.5));
    }

    /** Whether leaving out any cluster has the same effect on the metric. */
    boolean isConstant() {
        double first = leftOut.get(0);
        return leftOut.stream().allMatch(without -> without == first);
    }
}
