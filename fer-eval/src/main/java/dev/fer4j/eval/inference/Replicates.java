package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.Stats;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The values of a metric in the resamples of a bootstrap.
 *
 * @param estimate the value for the original data
 * @param sorted the values for the resamples, in ascending order; at least 2
 * @param redrawn the number of resamples without a value, which were redrawn
 */
public record Replicates(double estimate, List<Double> sorted, long redrawn) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public Replicates {
        sorted = ImmutableDoubleArray.copyOf(sorted).asList();
        checkArgument(sorted.size() >= 2, "%s replicates are too few", sorted.size());
        for (int i = 1; i < sorted.size(); i++) {
            checkArgument(
                    sorted.get(i - 1) <= sorted.get(i),
                    "replicates must be sorted: %s precedes %s",
                    sorted.get(i - 1),
                    sorted.get(i));
        }
    }

    /** Their standard deviation, an estimate of the standard error. */
    public double standardError() {
        return Stats.of(sorted).sampleStandardDeviation();
    }

    /**
     * A quantile, interpolated linearly between order statistics (type 7 of R, NumPy's default).
     *
     * @param share in [0, 1]
     */
    public double quantile(double share) {
        checkArgument(share >= 0 && share <= 1, "there is no quantile of %s", share);
        double place = share * (sorted.size() - 1);
        int below = (int) Math.min(place, sorted.size() - 2);
        double fraction = place - below;
        return sorted.get(below) + fraction * (sorted.get(below + 1) - sorted.get(below));
    }

    /**
     * The percentile interval: from quantile (1 − level) / 2 to (1 + level) / 2.
     *
     * @param level in (0, 1)
     */
    public Interval percentile(double level) {
        return new Interval(quantile((1 - level) / 2), quantile((1 + level) / 2), level);
    }

    /**
     * The bias-corrected and accelerated interval (B. Efron, "Better bootstrap confidence
     * intervals", Journal of the American Statistical Association 82, 1987): the quantiles
     *
     * <p>Φ(z₀ + (z₀ + z) / (1 − a (z₀ + z))), z = Φ⁻¹((1 ± level) / 2)
     *
     * <p>where Φ(z₀) is the share of replicates below the estimate, with ties counting half, and a
     * is the acceleration.
     *
     * @param level in (0, 1)
     * @param jackknife the jackknife of the same metric and clusters, which provides the
     *     acceleration
     * @return undefined if all replicates lie on one side of the estimate, if leaving out any
     *     cluster does not change the metric, or if the formula yields no quantile
     */
    public Finding<Interval> bca(double level, Jackknife jackknife) {
        Interval.checkLevel(level);
        double below = shareBelow();
        if (below <= 0 || below >= 1) {
            return Finding.undefined("all resamples lie on one side of the estimate");
        }
        if (jackknife.isConstant()) {
            return Finding.undefined("leaving out any one changes nothing");
        }
        double bias = NORMAL.inverseCumulativeProbability(below);
        double acceleration = jackknife.acceleration();
        double z = NORMAL.inverseCumulativeProbability((1 + level) / 2);
        if (acceleration * (bias - z) >= 1 || acceleration * (bias + z) >= 1) {
            return Finding.undefined("the acceleration is too strong for so wide an interval");
        }
        return Finding.of(
                new Interval(
                        quantile(adjusted(bias, acceleration, -z)),
                        quantile(adjusted(bias, acceleration, z)),
                        level));
    }

    private static double adjusted(double bias, double acceleration, double z) {
        double shifted = bias + z;
        return NORMAL.cumulativeProbability(bias + shifted / (1 - acceleration * shifted));
    }

    private double shareBelow() {
        double below = 0;
        for (int i = 0; i < sorted.size(); i++) {
            below += sorted.get(i) < estimate ? 1 : sorted.get(i) == estimate ? 0.5 : 0;
        }
        return below / sorted.size();
    }
}
