package dev.fer4j.eval.inference;

import dev.fer4j.eval.inference.internal.PairwiseWins;
import dev.fer4j.eval.internal.CaseArrays;
import dev.fer4j.eval.internal.OneClass;
import dev.fer4j.eval.internal.RankedScores;
import dev.fer4j.eval.metric.Outcome;

/** The ROC AUC as a {@link ClusteredMetric}, computed in the faster of two ways. */
final class ClusteredAuc {

    private static final Outcome ONE_CLASS_COUNTS =
            Outcome.undefined("the samples are of one class, or there are none");

    private ClusteredAuc() {}

    static ClusteredMetric of(boolean[] positives, double[] scores, Clusters clusters) {
        CaseArrays.checkScores(positives, scores);
        clusters.checkSamples(scores.length);
        Outcome oneClass =
                OneClass.reason(CaseArrays.positiveCount(positives), positives.length)
                        .map(Outcome::undefined)
                        .orElse(ONE_CLASS_COUNTS);
        return (long) clusters.count() * clusters.count() <= scores.length
                ? new ByPairs(positives, scores, clusters, oneClass)
                : new BySamples(new RankedScores(positives, scores), clusters, oneClass);
    }

    /**
     * For few clusters: twice the wins of each pair of clusters, and the class counts of each
     * cluster.
     */
    private static final class ByPairs implements ClusteredMetric {

        private final PairwiseWins wins;
        private final int[] positivesOf;
        private final int[] negativesOf;
        private final Outcome oneClass;

        ByPairs(boolean[] positives, double[] scores, Clusters clusters, Outcome oneClass) {
            this.oneClass = oneClass;
            int[] clusterOf = new int[scores.length];
            positivesOf = new int[clusters.count()];
            negativesOf = new int[clusters.count()];
            for (int i = 0; i < clusterOf.length; i++) {
                clusterOf[i] = clusters.of(i);
                (positives[i] ? positivesOf : negativesOf)[clusterOf[i]]++;
            }
            wins = PairwiseWins.of(positives, clusterOf, clusters.count(), scores, scores);
        }

        @Override
        public int clusters() {
            return positivesOf.length;
        }

        @Override
        public Outcome of(int[] times) {
            long positives = 0;
            long negatives = 0;
            for (int i = 0; i < times.length; i++) {
                positives += (long) times[i] * positivesOf[i];
                negatives += (long) times[i] * negativesOf[i];
            }
            return positives == 0 || negatives == 0
                    ? oneClass
                    : Outcome.of(wins.twice(times) / (2.0 * positives * negatives));
        }
    }

    /** For many clusters: every sample, weighted like its cluster. */
    private record BySamples(RankedScores ranked, Clusters of, Outcome oneClass)
            implements ClusteredMetric {

        @Override
        public int clusters() {
            return of.count();
        }

        @Override
        public Outcome of(int[] times) {
            int[] weights = new int[ranked.size()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = times[of.of(i)];
            }
            var auc = ranked.auc(weights);
            return auc.isPresent() ? Outcome.of(auc.getAsDouble()) : oneClass;
        }
    }
}
