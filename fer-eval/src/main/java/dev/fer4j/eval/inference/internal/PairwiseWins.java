package dev.fer4j.eval.inference.internal;

/**
 * For each pair of clusters i and j, the number of times that positive samples of i have a higher
 * score than negative samples of j. The ROC AUC under any weighting of clusters depends only on
 * these counts, so once they are known, in O(n log n + positives · clusters), an AUC costs
 * O(clusters²) instead of O(n).
 *
 * <p>Wins are doubled, so that a tie, which is half a win, is an integer.
 */
public final class PairwiseWins {

    private final int clusters;
    private final long[] twiceWins;

    private PairwiseWins(int clusters) {
        this.clusters = clusters;
        this.twiceWins = new long[clusters * clusters];
    }

    /**
     * Counts the wins.
     *
     * @param positives whether each sample is of the positive class
     * @param clusterOf the cluster index of each sample, from 0
     * @param clusters the number of clusters
     * @param ofPositives scores, of which only those of positive samples are used
     * @param ofNegatives scores, of which only those of negative samples are used; the same array
     *     unless the two classes are scored by different models
     * @throws IllegalArgumentException if a score is NaN
     */
    public static PairwiseWins of(
            boolean[] positives,
            int[] clusterOf,
            int clusters,
            double[] ofPositives,
            double[] ofNegatives) {
        double[] scores = new double[positives.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = positives[i] ? ofPositives[i] : ofNegatives[i];
        }
        DenseRanks ranks = new DenseRanks(scores);
        int[] order = ascending(ranks, scores.length);
        PairwiseWins wins = new PairwiseWins(clusters);
        long[] twiceBelow = new long[clusters];
        int start = 0;
        while (start < order.length) {
            int end = start + ranks.count(ranks.of(order[start]));
            // Ties count half: negatives are added once before the positives and once after.
            addNegatives(order, start, end, positives, clusterOf, twiceBelow);
            for (int i = start; i < end; i++) {
                if (positives[order[i]]) {
                    wins.add(clusterOf[order[i]], twiceBelow);
                }
            }
            addNegatives(order, start, end, positives, clusterOf, twiceBelow);
            start = end;
        }
        return wins;
    }

    private static int[] ascending(DenseRanks ranks, int size) {
        int[] next = new int[ranks.distinct()];
        for (int rank = 1; rank < next.length; rank++) {
            next[rank] = next[rank - 1] + ranks.count(rank - 1);
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[next[ranks.of(i)]++] = i;
        }
        return order;
    }

    private static void addNegatives(
            int[] order, int start, int end, boolean[] positives, int[] clusterOf, long[] counts) {
        for (int i = start; i < end; i++) {
            if (!positives[order[i]]) {
                counts[clusterOf[order[i]]]++;
            }
        }
    }

    private void add(int cluster, long[] counts) {
        int row = cluster * clusters;
        for (int j = 0; j < clusters; j++) {
            twiceWins[row + j] += counts[j];
        }
    }

    /** Twice the wins of positives of i over negatives of j, a tie counting half. */
    public long twice(int i, int j) {
        return twiceWins[i * clusters + j];
    }

    /** Twice the wins if each cluster counts the given number of times. */
    public long twice(int[] times) {
        long sum = 0;
        for (int i = 0; i < clusters; i++) {
            if (times[i] != 0) {
                long row = 0;
                for (int j = 0; j < clusters; j++) {
                    row += times[j] * twiceWins[i * clusters + j];
                }
                sum += times[i] * row;
            }
        }
        return sum;
    }
}
