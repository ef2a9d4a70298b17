package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.math.Stats;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.special.Beta;

/**
 * One-way analysis of variance (R. A. Fisher, "Statistical methods for research workers", 1925): do
 * the means of groups of independent, roughly normal observations differ by more than the spread
 * within the groups explains?
 */
public sealed interface OneWayAnova permits OneWayAnova.Result, OneWayAnova.Undefined {

    /**
     * The test's result.
     *
     * @param f mean square between the groups over mean square within them; 0 or more
     * @param dfBetween number of groups − 1
     * @param dfWithin number of observations − number of groups
     * @param p probability of an F at least as large if all means are equal, in [0, 1]
     * @param etaSquared sum of squares between over total sum of squares, in [0, 1]
     */
    record Result(double f, int dfBetween, int dfWithin, double p, double etaSquared)
            implements OneWayAnova {

        @Override
        public String toText() {
            String probability =
                    p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
            return String.format(
                    Locale.ROOT,
                    "F(%d, %d) = %.2f, %s, eta squared = %.3f",
                    dfBetween,
                    dfWithin,
                    f,
                    probability,
                    etaSquared);
        }
    }

    /**
     * There is no F.
     *
     * @param reason why, in words for the reader of a report
     */
    record Undefined(@JsonProperty("undefinedBecause") String reason) implements OneWayAnova {

        @Override
        public String toText() {
            return "undefined: " + reason;
        }
    }

    /** One line for people. */
    String toText();

    /**
     * Tests.
     *
     * <p>Undefined with fewer than two groups, with an empty group, with one observation in each
     * group (nothing is left to tell the spread by), or without any spread within the groups.
     *
     * @implNote sums of squares are taken about the means, and p is the regularized incomplete beta
     *     function of the upper tail: Commons Math's own {@code OneWayAnova} subtracts large sums,
     *     which loses digits where values differ little, and returns 0 for every p below 1e-16.
     * @param groups the observations of each group
     * @throws IllegalArgumentException if an observation is not finite
     */
    static OneWayAnova of(List<double[]> groups) {
        for (double[] group : groups) {
            checkArgument(
                    Arrays.stream(group).allMatch(Double::isFinite),
                    "observations must be finite: %s",
                    Arrays.toString(group));
        }
        int observations = groups.stream().mapToInt(group -> group.length).sum();
        if (groups.size() < 2) {
            return new Undefined("needs at least two groups; there are " + groups.size());
        }
        if (groups.stream().anyMatch(group -> group.length == 0)) {
            return new Undefined("a group has no observation");
        }
        if (observations == groups.size()) {
            return new Undefined("needs a group with at least two observations");
        }
        if (groups.stream().allMatch(OneWayAnova::isConstant)) {
            return new Undefined("there is no spread within the groups");
        }
        return result(groups, observations);
    }

    private static boolean isConstant(double[] group) {
        return Arrays.stream(group).allMatch(value -> value == group[0]);
    }

    private static Result result(List<double[]> groups, int observations) {
        double grandMean = Stats.meanOf(groups.stream().flatMapToDouble(Arrays::stream).toArray());
        double between = 0;
        double within = 0;
        for (double[] group : groups) {
            Stats stats = Stats.of(group);
            between += group.length * Math.pow(stats.mean() - grandMean, 2);
            within += group.length * stats.populationVariance();
        }
        int dfBetween = groups.size() - 1;
        int dfWithin = observations - groups.size();
        double f = (between / dfBetween) / (within / dfWithin);
        double p =
                Beta.regularizedBeta(within / (within + between), dfWithin / 2.0, dfBetween / 2.0);
        return new Result(f, dfBetween, dfWithin, p, between / (between + within));
    }
}
