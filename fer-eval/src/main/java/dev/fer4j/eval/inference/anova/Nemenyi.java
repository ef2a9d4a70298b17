package dev.fer4j.eval.inference.anova;

import dev.fer4j.eval.inference.internal.StudentizedRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Nemenyi's pairwise comparisons of conditions after {@link Friedman}'s test: q = |r̄ᵢ − r̄ⱼ| / √(k
 * (k + 1) / (12 n)) over n blocks and k conditions approximately follows the {@linkplain
 * StudentizedRange studentized range distribution} with infinite degrees of freedom (P. B. Nemenyi,
 * "Distribution-free multiple comparisons", 1963; Demšar 2006, section 3.2.2, whose q is this one
 * divided by √2). The p-values need no further correction.
 *
 * @param pairs the pairs of conditions: 0 and 1, 0 and 2, …, 1 and 2, …
 * @param criticalDifference the difference of mean ranks at which p = 0.05
 */
public record Nemenyi(List<Pair> pairs, double criticalDifference) {

    /**
     * Two conditions.
     *
     * @param first the index of the first condition
     * @param second the index of the second condition
     * @param difference mean rank of the second minus mean rank of the first
     * @param p the probability of a difference at least as large between any two conditions if all
     *     are alike
     */
    public record Pair(int first, int second, double difference, double p) {}

    public Nemenyi {
        pairs = List.copyOf(pairs);
    }

    /** Compares the conditions of a Friedman test. */
    public static Nemenyi of(Friedman test) {
        int k = test.conditions();
        double scale = Math.sqrt(k * (k + 1.0) / (12.0 * test.blocks()));
        StudentizedRange range = new StudentizedRange(k, Double.POSITIVE_INFINITY);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                double difference = test.meanRanks().get(j) - test.meanRanks().get(i);
                pairs.add(new Pair(i, j, difference, range.tail(Math.abs(difference) / scale)));
            }
        }
        return new Nemenyi(pairs, range.critical(0.05) * scale);
    }
}
