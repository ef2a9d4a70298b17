package dev.fer4j.eval.inference.anova;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Significance;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * One-way analysis of variance (R. A. Fisher, "Statistical methods for research workers", 1925): do
 * the means of groups of independent, roughly normal observations differ by more than the spread
 * within the groups explains?
 *
 * <p>F = (SSB / (k − 1)) / (SSW / (n − k)), with SSB = Σ nᵢ (x̄ᵢ − x̄)² between the k groups and
 * SSW = Σ (xᵢⱼ − x̄ᵢ)² within them.
 *
 * @param f mean square between the groups divided by mean square within them; 0 or more
 * @param dfBetween number of groups − 1
 * @param dfWithin number of observations − number of groups
 * @param p probability of an F at least as large if all means are equal, in [0, 1]
 * @param etaSquared SSB / (SSB + SSW), in [0, 1]: the share of the observed variation that lies
 *     between the groups
 * @param omegaSquared (SSB − (k − 1) SSW / (n − k)) / (SSB + SSW + SSW / (n − k)), the same,
 *     estimated for the population; at most 1, and negative if F is below 1
 */
public record OneWayAnova(
        double f, int dfBetween, int dfWithin, double p, double etaSquared, double omegaSquared) {

    /** For display: {@code F(2, 297) = 24.38, p < 0.001, eta squared = 0.141}. */
    public String toText() {
        return String.format(
                Locale.ROOT,
                "F(%d, %d) = %.2f, %s, eta squared = %.3f",
                dfBetween,
                dfWithin,
                f,
                Significance.text(p),
                etaSquared);
    }

    /**
     * Performs the test.
     *
     * <p>Undefined with fewer than two groups, with an empty group, with only one observation in
     * each group (which leaves no estimate of the spread), or without any spread within the groups.
     *
     * @implNote sums of squares are taken about the means and corrected once for their rounding
     *     (ADR 0019).
     * @param groups the observations of each group
     * @throws IllegalArgumentException if an observation is not finite
     */
    public static Finding<OneWayAnova> of(List<double[]> groups) {
        int observations = 0;
        boolean isConstant = true;
        for (double[] group : groups) {
            observations += group.length;
            isConstant &= isConstant(group);
        }
        if (groups.size() < 2) {
            return Finding.undefined("needs at least two groups; there are " + groups.size());
        }
        for (double[] group : groups) {
            if (group.length == 0) {
                return Finding.undefined("a group has no observation");
            }
        }
        if (observations == groups.size()) {
            return Finding.undefined("needs a group with at least two observations");
        }
        OneWayAnova anova = result(groups, observations);
        // A spread can be so small that its square underflows to zero.
        return isConstant || !Double.isFinite(anova.f)
                ? Finding.undefined("there is no spread within the groups")
                : Finding.of(anova);
    }

    /** Whether all values are the same; always checks all of them. */
    private static boolean isConstant(double[] group) {
        boolean isConstant = true;
        for (double value : group) {
            checkArgument(
                    Double.isFinite(value), "an observation is %s: expected finite numbers", value);
            isConstant &= value == group[0];
        }
        return isConstant;
    }

    private static OneWayAnova result(List<double[]> groups, int observations) {
        // Distances from one of the observations are small, so their sums lose no precision.
        double origin = groups.get(0)[0];
        double[] means = new double[groups.size()];
        double within = 0;
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double[] group = groups.get(i);
            means[i] = meanDistance(group, origin);
            within += squares(group, origin + means[i]);
            sum += group.length * means[i];
        }
        double mean = sum / observations;
        double between = 0;
        for (int i = 0; i < means.length; i++) {
            between += groups.get(i).length * (means[i] - mean) * (means[i] - mean);
        }
        int dfBetween = means.length - 1;
        int dfWithin = observations - means.length;
        double f = between / dfBetween / (within / dfWithin);
        double error = within / dfWithin;
        return new OneWayAnova(
                f,
                dfBetween,
                dfWithin,
                FDistribution.of(dfBetween, dfWithin).survivalProbability(f),
                between / (between + within),
                (between - dfBetween * error) / (between + within + error));
    }

    /** Four sums in parallel, since each addition depends on the one before. */
    private static double meanDistance(double[] group, double origin) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < group.length; i += 4) {
            a += group[i] - origin;
            b += group[i + 1] - origin;
            c += group[i + 2] - origin;
            d += group[i + 3] - origin;
        }
        for (; i < group.length; i++) {
            a += group[i] - origin;
        }
        return (a + b + (c + d)) / group.length;
    }

    /** Σ (x − x̄)², corrected for the rounding error of the given mean. */
    private static double squares(double[] group, double mean) {
        double squares = 0;
        double others = 0;
        double off = 0;
        double othersOff = 0;
        int i = 0;
        for (; i + 3 < group.length; i += 4) {
            double p = group[i] - mean;
            double q = group[i + 1] - mean;
            double r = group[i + 2] - mean;
            double t = group[i + 3] - mean;
            squares += p * p + q * q;
            others += r * r + t * t;
            off += p + q;
            othersOff += r + t;
        }
        for (; i < group.length; i++) {
            double distance = group[i] - mean;
            squares += distance * distance;
            off += distance;
        }
        off += othersOff;
        return squares + others - off * off / group.length;
    }
}
