package dev.fer4j.eval.inference.anova;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Significance;
import dev.fer4j.eval.inference.internal.DenseRanks;
import dev.fer4j.eval.inference.internal.FriedmanNull;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Friedman's test: does a condition rank consistently higher than others within blocks (M.
 * Friedman, "The use of ranks to avoid the assumption of normality", Journal of the American
 * Statistical Association 32, 1937; for comparing classifiers: J. Demšar, "Statistical comparisons
 * of classifiers over multiple data sets", Journal of Machine Learning Research 7, 2006)?
 *
 * <p>Q = (k − 1) Σⱼ (Rⱼ − n (k + 1) / 2)² / Σᵢⱼ (rᵢⱼ − (k + 1) / 2)² over midranks r in n blocks of
 * k conditions, with rank sums R; without ties that is the usual 12 / (n k (k + 1)) Σ R² − 3 n (k +
 * 1).
 *
 * @param q 0 or more
 * @param blocks n
 * @param meanRanks of the conditions, in [1, k]; the highest observation has rank k
 * @param p exact if the null distribution can be enumerated, as for the six rotations of a study;
 *     else pChiSquare
 * @param isExact whether p is
 * @param pChiSquare by the chi-square distribution with k − 1 degrees of freedom, which is
 *     inaccurate for few blocks
 * @param kendallW Q / (n (k − 1)), in [0, 1]: 1 if all blocks rank alike
 */
public record Friedman(
        double q,
        int blocks,
        List<Double> meanRanks,
        double p,
        boolean isExact,
        double pChiSquare,
        double kendallW) {

    public Friedman {
        meanRanks = List.copyOf(meanRanks);
    }

    /** The number of conditions. */
    public int conditions() {
        return meanRanks.size();
    }

    /** For display: {@code Q(2) = 7.00 over 6 blocks, p = 0.029 (exact)}. */
    public String toText() {
        return String.format(
                Locale.ROOT,
                "Q(%d) = %.2f over %d blocks, %s (%s)",
                conditions() - 1,
                q,
                blocks,
                Significance.text(p),
                isExact ? "exact" : "chi-square");
    }

    /**
     * Performs the test.
     *
     * <p>Undefined with fewer than two blocks or two conditions, or if the observations are equal
     * within every block.
     *
     * @param blocks the observations of each block, one under each condition, in the conditions'
     *     order
     * @throws IllegalArgumentException if blocks differ in length or an observation is NaN
     */
    public static Finding<Friedman> of(double[][] blocks) {
        int conditions = blocks.length == 0 ? 0 : blocks[0].length;
        for (double[] block : blocks) {
            checkArgument(
                    block.length == conditions,
                    "blocks of %s and of %s observations: every block needs one for each condition",
                    conditions,
                    block.length);
        }
        if (blocks.length < 2) {
            return Finding.undefined("needs at least two blocks; there are " + blocks.length);
        }
        if (conditions < 2) {
            return Finding.undefined("needs at least two conditions; there are " + conditions);
        }
        double[][] ranks = new double[blocks.length][];
        double[] sums = new double[conditions];
        double spread = 0;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = new DenseRanks(blocks[i]).midranks();
            for (int j = 0; j < conditions; j++) {
                double distance = ranks[i][j] - (conditions + 1) / 2.0;
                sums[j] += distance;
                spread += distance * distance;
            }
        }
        return spread == 0
                ? Finding.undefined("the conditions are equal in every block")
                : Finding.of(result(ranks, sums, spread));
    }

    private static Friedman result(double[][] ranks, double[] sums, double spread) {
        int blocks = ranks.length;
        int conditions = sums.length;
        double between = 0;
        for (double sum : sums) {
            between += sum * sum;
        }
        double q = (conditions - 1) * between / spread;
        double pChiSquare = ChiSquaredDistribution.of(conditions - 1).survivalProbability(q);
        OptionalDouble exact = FriedmanNull.tail(List.of(ranks), between);
        return new Friedman(
                q,
                blocks,
                IntStream.range(0, conditions)
                        .mapToObj(j -> sums[j] / blocks + (conditions + 1) / 2.0)
                        .toList(),
                exact.orElse(pChiSquare),
                exact.isPresent(),
                pChiSquare,
                q / (blocks * (conditions - 1)));
    }
}
