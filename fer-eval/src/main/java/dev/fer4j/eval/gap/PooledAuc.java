package dev.fer4j.eval.gap;

import com.google.common.primitives.ImmutableIntArray;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.inference.ClusteredMetric;
import dev.fer4j.eval.inference.Clusters;
import dev.fer4j.eval.metric.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A weighted sum of ROC AUCs of different predictions, as a metric of the people behind all of
 * them. A person in several of the predictions is counted, or left out, in all of them at once.
 */
final class PooledAuc implements ClusteredMetric {

    /** An AUC, with the index of each of its people among all people. */
    private record Term(ClusteredMetric auc, double weight, ImmutableIntArray people) {}

    private final Map<String, Integer> people;
    private final List<Term> terms = new ArrayList<>();

    /** Numbers its people on its own. */
    PooledAuc() {
        this(new HashMap<>());
    }

    /** Numbers people jointly with those of other metrics, adding new people to the map. */
    PooledAuc(Map<String, Integer> people) {
        this.people = people;
    }

    /** Adds a weighted AUC. */
    PooledAuc plus(Predictions cases, double weight) {
        Clusters clusters = Clusters.participants(cases);
        ImmutableIntArray.Builder numbers = ImmutableIntArray.builder();
        for (int i = 0; i < clusters.count(); i++) {
            numbers.add(people.computeIfAbsent(clusters.name(i), name -> people.size()));
        }
        terms.add(new Term(ClusteredMetric.auc(cases, clusters), weight, numbers.build()));
        return this;
    }

    @Override
    public int clusters() {
        return people.size();
    }

    @Override
    public Outcome of(int[] times) {
        double sum = 0;
        for (Term term : terms) {
            int[] own = term.people().stream().map(person -> times[person]).toArray();
            Outcome auc = term.auc().of(own);
            Optional<Double> value = auc.value();
            if (value.isEmpty()) {
                return auc;
            }
            sum += term.weight() * value.get();
        }
        return Outcome.of(sum);
    }
}
