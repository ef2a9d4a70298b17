package dev.fer4j.eval.inference.anova;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.Stats;
import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.inference.internal.StudentizedRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Tukey's honestly significant differences: pairwise comparisons of groups, with simultaneous
 * confidence intervals and with p-values that need no further correction. Groups of different sizes
 * are compared by Kramer's method (C. Y. Kramer, "Extension of multiple range tests to group means
 * with unequal numbers of replications", Biometrics 12, 1956), which is slightly conservative.
 *
 * <p>q = |x̄ᵢ − x̄ⱼ| / √(s² / 2 · (1 / nᵢ + 1 / nⱼ)), where s² is the mean square within groups,
 * follows the {@linkplain StudentizedRange studentized range distribution}.
 *
 * @param pairs the pairs of groups: 0 and 1, 0 and 2, …, 1 and 2, …
 */
public record TukeyHsd(List<Pair> pairs) {

    /**
     * Two groups.
     *
     * @param first the index of the first group
     * @param second the index of the second group
     * @param difference mean of the second minus mean of the first
     * @param interval confidence interval of the difference
     * @param p the probability of a difference at least as large between any two groups if all
     *     means are equal
     */
    public record Pair(int first, int second, double difference, Interval interval, double p) {}

    public TukeyHsd {
        pairs = List.copyOf(pairs);
    }

    /**
     * Compares all pairs of groups.
     *
     * <p>Undefined where {@link OneWayAnova} is, and for the same reasons.
     *
     * @param groups the observations of each group
     * @param level the simultaneous confidence level of the intervals, in (0, 1)
     * @throws IllegalArgumentException if an observation is not finite
     */
    public static Finding<TukeyHsd> of(List<double[]> groups, double level) {
        checkArgument(level > 0 && level < 1, "a level of %s is not between 0 and 1", level);
        return OneWayAnova.of(groups).map(anova -> compare(groups, anova.dfWithin(), level));
    }

    private static TukeyHsd compare(List<double[]> groups, int degreesOfFreedom, double level) {
        List<Stats> stats = groups.stream().map(Stats::of).toList();
        double squares = stats.stream().mapToDouble(s -> s.count() * s.populationVariance()).sum();
        double error = squares / degreesOfFreedom;
        StudentizedRange range = new StudentizedRange(groups.size(), degreesOfFreedom);
        double critical = range.critical(1 - level);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < stats.size(); i++) {
            for (int j = i + 1; j < stats.size(); j++) {
                double difference = stats.get(j).mean() - stats.get(i).mean();
                double scale =
                        Math.sqrt(
                                error
                                        / 2
                                        * (1.0 / stats.get(i).count()
                                                + 1.0 / stats.get(j).count()));
                Interval interval =
                        new Interval(
                                difference - critical * scale,
                                difference + critical * scale,
                                level);
                pairs.add(
                        new Pair(
                                i,
                                j,
                                difference,
                                interval,
                                range.tail(Math.abs(difference) / scale)));
            }
        }
        return new TukeyHsd(pairs);
    }
}
