package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Seed;
import dev.fer4j.eval.inference.internal.DenseRanks;
import dev.fer4j.eval.inference.internal.PairwiseWins;
import dev.fer4j.eval.internal.CaseArrays;
import dev.fer4j.eval.internal.OneClass;
import java.util.random.RandomGenerator;

/**
 * The paired permutation test over clusters. Under the null hypothesis that two models are alike,
 * it does not matter which of them scored which person, so their predictions are swapped for some
 * people, for each person as a whole, and the difference is recomputed. p is the share of swaps
 * whose difference is at least as far from zero as the observed one.
 *
 * <p>With n clusters there are 2ⁿ swaps, which come in pairs of opposite differences. One of each
 * pair, 2ⁿ⁻¹ in all, is enumerated if they are no more than {@link #draws}; otherwise {@link
 * #draws} swaps are drawn at random, and p = (1 + b) / (1 + draws), where b of them reach the
 * difference: the observed difference counts as drawn, so p is never 0 and too few draws never make
 * the test anti-conservative (B. Phipson, G. K. Smyth, "Permutation p-values should never be zero",
 * Statistical Applications in Genetics and Molecular Biology 9, 2010).
 *
 * <p>It is exact if the two models' scores are exchangeable. Those of models of equal skill whose
 * scores are distributed differently are not; since the AUC depends on ranks only, by default each
 * model's ranks among its own scores are swapped (E. S. Venkatraman, "A permutation test to compare
 * receiver operating characteristic curves", Biometrics 56, 2000).
 *
 * @param draws the maximum number of swaps, at least 19
 * @param seed of the draws
 */
public record ClusterPermutation(int draws, Swapped swapped, Seed seed) {

    /** The default number of draws. */
    public static final int DEFAULT_DRAWS = 9999;

    /** What is swapped between the models for a person. */
    public enum Swapped {
        /** The midrank of each score among all scores of its model. */
        RANKS,
        /** The scores themselves: for models whose scores have the same meaning. */
        SCORES
    }

    /**
     * A permutation test's result.
     *
     * @param difference the observed difference, first − second
     * @param p in (0, 1]
     * @param swappings the number of swaps that the p-value is based on, including the observed one
     * @param isExact whether all possible swaps were enumerated
     */
    public record Result(double difference, double p, long swappings, boolean isExact) {}

    /** A statistic of two models with the predictions of some clusters swapped between them. */
    @FunctionalInterface
    public interface Statistic {
        /**
         * The difference first − second.
         *
         * @param isSwapped whether the models have exchanged their predictions for each cluster
         */
        double of(boolean[] isSwapped);
    }

    public ClusterPermutation {
        checkArgument(draws >= 19, "%s draws cannot give a p of 0.05", draws);
        requireNonNull(swapped);
        requireNonNull(seed);
    }

    /** Swaps ranks, with {@value #DEFAULT_DRAWS} draws. */
    public ClusterPermutation(Seed seed) {
        this(DEFAULT_DRAWS, Swapped.RANKS, seed);
    }

    /**
     * Tests whether two models have the same ROC AUC. Differences are compared as integer numbers
     * of wins, so ties are exact.
     *
     * @param positives whether each sample is of the positive class
     * @param first scores of one model
     * @param second scores of the other
     * @param clusters of the samples
     * @return undefined if the samples are of one class, or there are fewer than two clusters
     * @throws IllegalArgumentException if lengths differ or a score is not finite
     */
    public Finding<Result> aucDifference(
            boolean[] positives, double[] first, double[] second, Clusters clusters) {
        clusters.checkSamples(positives.length);
        CaseArrays.checkScores(positives, first);
        CaseArrays.checkScores(positives, second);
        long positiveCount = CaseArrays.positiveCount(positives);
        long pairs = positiveCount * (positives.length - positiveCount);
        if (pairs == 0) {
            return Finding.undefined(
                    OneClass.reason(Math.toIntExact(positiveCount), positives.length)
                            .orElseThrow());
        }
        boolean byRank = swapped == Swapped.RANKS;
        SwappedWins wins =
                new SwappedWins(
                        positives,
                        clusters,
                        byRank ? new DenseRanks(first).midranks() : first,
                        byRank ? new DenseRanks(second).midranks() : second);
        return of(clusters.count(), wins)
                .map(
                        result ->
                                new Result(
                                        result.difference() / (2.0 * pairs),
                                        result.p(),
                                        result.swappings(),
                                        result.isExact()));
    }

    /**
     * Tests an arbitrary difference of two models.
     *
     * @param clusters the number of clusters
     * @param statistic the difference; the complementary swap must yield its negative. Differences
     *     that agree to 12 digits count as equal
     * @return undefined with fewer than two clusters
     */
    public Finding<Result> of(int clusters, Statistic statistic) {
        if (clusters < 2) {
            return Finding.undefined(
                    "predictions cannot be swapped with one participant; at least two are needed");
        }
        double found = statistic.of(new boolean[clusters]);
        double reached = Math.abs(found) * (1 - 1e-12);
        boolean exact = clusters <= 31 && 1L << (clusters - 1) <= draws;
        return Finding.of(
                exact
                        ? enumerated(clusters, statistic, found, reached)
                        : drawn(clusters, statistic, found, reached));
    }

    /**
     * Enumerates all swaps that leave the last cluster unchanged; the rest are their complements.
     */
    private static Result enumerated(
            int clusters, Statistic statistic, double found, double reached) {
        long all = 1L << (clusters - 1);
        long reaching = 0;
        boolean[] isSwapped = new boolean[clusters];
        for (long swapping = 0; swapping < all; swapping++) {
            for (int i = 0; i < clusters - 1; i++) {
                isSwapped[i] = (swapping >> i & 1) == 1;
            }
            reaching += Math.abs(statistic.of(isSwapped)) >= reached ? 1 : 0;
        }
        return new Result(found, (double) reaching / all, all, true);
    }

    private Result drawn(int clusters, Statistic statistic, double found, double reached) {
        RandomGenerator random = seed.derive("cluster-permutation").generator();
        long reaching = 1;
        boolean[] isSwapped = new boolean[clusters];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < clusters; i++) {
                isSwapped[i] = random.nextBoolean();
            }
            reaching += Math.abs(statistic.of(isSwapped)) >= reached ? 1 : 0;
        }
        return new Result(found, (double) reaching / (draws + 1L), draws + 1L, false);
    }

    /**
     * Twice the wins of the first model minus twice those of the second, with some people swapped.
     */
    private static final class SwappedWins implements Statistic {

        private final int clusters;
        private final PairwiseWins[][] wins = new PairwiseWins[2][2];

        SwappedWins(boolean[] positives, Clusters of, double[]... models) {
            clusters = of.count();
            int[] clusterOf = new int[positives.length];
            for (int i = 0; i < clusterOf.length; i++) {
                clusterOf[i] = of.of(i);
            }
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    wins[i][j] =
                            PairwiseWins.of(positives, clusterOf, clusters, models[i], models[j]);
                }
            }
        }

        @Override
        public double of(boolean[] isSwapped) {
            long difference = 0;
            for (int i = 0; i < clusters; i++) {
                int mine = isSwapped[i] ? 1 : 0;
                for (int j = 0; j < clusters; j++) {
                    int theirs = isSwapped[j] ? 1 : 0;
                    difference +=
                            wins[mine][theirs].twice(i, j) - wins[1 - mine][1 - theirs].twice(i, j);
                }
            }
            return difference;
        }
    }
}
