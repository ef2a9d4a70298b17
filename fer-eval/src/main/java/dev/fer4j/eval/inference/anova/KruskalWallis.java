package dev.fer4j.eval.inference.anova;

import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Significance;
import dev.fer4j.eval.inference.internal.DenseRanks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The Kruskal-Wallis test: do groups of independent observations come from the same distribution,
 * based on ranks (W. H. Kruskal, W. A. Wallis, "Use of ranks in one-criterion variance analysis",
 * Journal of the American Statistical Association 47, 1952)?
 *
 * <p>H = (n − 1) Σ nᵢ (r̄ᵢ − r̄)² / Σ (rᵢⱼ − r̄)² over the midranks r of all n observations, which
 * is the usual H divided by its correction for ties.
 *
 * @param h 0 or more
 * @param degreesOfFreedom number of groups − 1
 * @param p of the chi-square distribution, which approximates that of H if each group has at least
 *     five observations
 */
public record KruskalWallis(double h, int degreesOfFreedom, double p) {

    /** For display: {@code H(2) = 7.20, p = 0.027}. */
    public String toText() {
        return String.format(
                Locale.ROOT, "H(%d) = %.2f, %s", degreesOfFreedom, h, Significance.text(p));
    }

    /**
     * Performs the test.
     *
     * <p>Undefined with fewer than two groups, with an empty group, or if all observations are
     * equal.
     *
     * @param groups the observations of each group
     * @throws IllegalArgumentException if an observation is NaN
     */
    public static Finding<KruskalWallis> of(List<double[]> groups) {
        if (groups.size() < 2) {
            return Finding.undefined("needs at least two groups; there are " + groups.size());
        }
        if (groups.stream().anyMatch(group -> group.length == 0)) {
            return Finding.undefined("a group has no observation");
        }
        DenseRanks ranks =
                new DenseRanks(groups.stream().flatMapToDouble(Arrays::stream).toArray());
        if (ranks.distinct() == 1) {
            return Finding.undefined("all observations are equal");
        }
        double[] midranks = ranks.midranks();
        double mean = (midranks.length + 1) / 2.0;
        double between = 0;
        double total = 0;
        int start = 0;
        for (double[] group : groups) {
            double sum = 0;
            for (int i = start; i < start + group.length; i++) {
                sum += midranks[i] - mean;
                total += (midranks[i] - mean) * (midranks[i] - mean);
            }
            between += sum * sum / group.length;
            start += group.length;
        }
        double h = (midranks.length - 1) * between / total;
        int degreesOfFreedom = groups.size() - 1;
        return Finding.of(
                new KruskalWallis(
                        h,
                        degreesOfFreedom,
                        ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(h)));
    }
}
