package dev.fer4j.eval.probe;

import dev.fer4j.core.Predictions;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.metric.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ROC AUC of cross-validated scores: the share of pairs of a positive and a negative sample of
 * the same fold in which the positive one has the higher score, a tie counting half. Scores of
 * different folds come from different models and are not compared: with pooled scores, models
 * without skill would have an AUC below 0.5, since the folds' training sets have fewer positives
 * where the fold itself has more.
 */
final class WithinFolds implements ClusteredMetric {

    private static final class Fold {

        private final ClusteredMetric auc;
        private final int[] people;
        private final int[] positives;
        private final int[] negatives;

        Fold(Predictions cases, Map<String, Integer> numbers) {
            Clusters clusters = Clusters.participants(cases);
            auc = ClusteredMetric.auc(cases, clusters);
            people = new int[clusters.count()];
            positives = new int[people.length];
            negatives = new int[people.length];
            for (int i = 0; i < people.length; i++) {
                people[i] = numbers.computeIfAbsent(clusters.name(i), name -> numbers.size());
            }
            boolean[] positive = cases.positives();
            for (int i = 0; i < positive.length; i++) {
                (positive[i] ? positives : negatives)[clusters.of(i)]++;
            }
        }

        /** Adds wins and pairs. */
        void addTo(Sums sums, int[] times) {
            int[] own = new int[people.length];
            double positiveCount = 0;
            double negativeCount = 0;
            for (int i = 0; i < own.length; i++) {
                own[i] = times[people[i]];
                positiveCount += (double) own[i] * positives[i];
                negativeCount += (double) own[i] * negatives[i];
            }
            double pairs = positiveCount * negativeCount;
            auc.of(own)
                    .value()
                    .ifPresent(
                            value -> {
                                sums.wins += value * pairs;
                                sums.pairs += pairs;
                            });
        }
    }

    private static final class Sums {
        private double wins;
        private double pairs;
    }

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Fold> folds = new ArrayList<>();

    WithinFolds(List<Predictions> folds) {
        folds.forEach(fold -> this.folds.add(new Fold(fold, numbers)));
    }

    @Override
    public int clusters() {
        return numbers.size();
    }

    @Override
    public Outcome of(int[] times) {
        Sums sums = new Sums();
        folds.forEach(fold -> fold.addTo(sums, times));
        return sums.pairs == 0
                ? Outcome.undefined("no fold has images of both sources")
                : Outcome.of(Math.min(1, sums.wins / sums.pairs));
    }
}
