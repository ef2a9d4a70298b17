package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.Stats;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.fer4j.eval.metric.Outcome;
import java.util.Arrays;

/**
 * The jackknife over clusters: the metric with each cluster left out once. It is the default of
 * this library, for intervals and tests alike: with twenty people it covers and rejects as often as
 * it should where the bootstrap's and DeLong's intervals are too narrow (measured by {@code
 * benchmark validity}; docs/benchmarks.md).
 *
 * <p>In regression the same estimate of variance is known as CV3, and is the one advised for few
 * clusters (J. G. MacKinnon, M. Ø. Nielsen, M. D. Webb, "Cluster-robust inference: a guide to
 * empirical practice", Journal of Econometrics 232, 2023). It suits any metric, needs no random
 * numbers, and computes the metric once for each cluster.
 *
 * @param value the metric of all clusters
 * @param leftOut for each cluster the metric without it; at least 2
 */
public record Jackknife(double value, ImmutableDoubleArray leftOut) {

    /** Checks that there are two. */
    public Jackknife {
        checkArgument(leftOut.length() >= 2, "a jackknife needs two clusters");
    }

    /**
     * Leaves each cluster out once.
     *
     * @return undefined if the metric is, with fewer than two clusters, or if the metric is
     *     undefined without one of them, for example because one person has all samples of a class
     */
    public static Finding<Jackknife> of(ClusteredMetric metric) {
        Outcome value = metric.value();
        if (value.value().isEmpty()) {
            return Finding.undefined(value.undefinedBecause().orElseThrow());
        }
        if (metric.clusters() < 2) {
            return Finding.undefined("one participant cannot be left out; at least two are needed");
        }
        int[] times = new int[metric.clusters()];
        Arrays.fill(times, 1);
        double[] leftOut = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = 0;
            Outcome without = metric.of(times);
            times[i] = 1;
            if (without.value().isEmpty()) {
                return Finding.undefined(
                        "without one of the participants there is no value: "
                                + without.undefinedBecause().orElseThrow());
            }
            leftOut[i] = without.value().get();
        }
        return Finding.of(new Jackknife(value.value().get(), ImmutableDoubleArray.copyOf(leftOut)));
    }

    /**
     * The value with its standard error √((K − 1) / K · Σ (θ₍ᵢ₎ − θ̄)²), where θ₍ᵢ₎ is the metric
     * without cluster i, θ̄ their mean and K the number of clusters, and K − 1 degrees of freedom.
     */
    public Estimate estimate() {
        int clusters = leftOut.length();
        double variance =
                isConstant()
                        ? 0
                        : (clusters - 1) * Stats.of(leftOut.toArray()).populationVariance();
        return new Estimate(value, Math.sqrt(variance), clusters - 1);
    }

    /**
     * How fast the standard error changes with the metric: Σ (θ̄ − θ₍ᵢ₎)³ / (6 (Σ (θ̄ −
     * θ₍ᵢ₎)²)^1.5); 0 if no one's absence changes anything. {@link Replicates#bca} needs it.
     */
    public double acceleration() {
        if (isConstant()) {
            return 0;
        }
        double mean = Stats.meanOf(leftOut.toArray());
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < leftOut.length(); i++) {
            double deviation = mean - leftOut.get(i);
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        return cubes / (6 * Math.pow(squares, 1.5));
    }

    /** Whether all clusters' absences change the metric equally. */
    boolean isConstant() {
        return leftOut.stream().allMatch(without -> without == leftOut.get(0));
    }
}
