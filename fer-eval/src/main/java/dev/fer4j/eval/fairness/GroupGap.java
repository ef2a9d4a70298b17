package dev.fer4j.eval.fairness;

import com.google.common.collect.ImmutableList;
import dev.fer4j.eval.metric.ConfusionMatrix;
import dev.fer4j.eval.metric.Outcome;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The gap between the rates of groups.
 *
 * @param value the gap, or why it is undefined
 * @param between the groups with the largest and the smallest rate; empty if the gap is undefined
 *     or all rates are equal
 * @param small whether one of the two has fewer participants than the report's minimum, so that the
 *     gap rests on only a few people
 * @param leftOut groups without the rate, each with the reason
 */
public record GroupGap(Outcome value, List<String> between, boolean small, List<String> leftOut) {

    /** Compares the largest and the smallest rate. */
    @FunctionalInterface
    interface Comparison {
        Outcome of(double largest, double smallest);
    }

    private record Rated(GroupMetrics group, double rate) {}

    public GroupGap {
        between = List.copyOf(between);
        leftOut = List.copyOf(leftOut);
    }

    static GroupGap between(
            List<GroupMetrics> groups,
            String rateName,
            Function<ConfusionMatrix, Outcome> rateOf,
            Comparison comparison) {
        ImmutableList.Builder<Rated> rated = ImmutableList.builder();
        ImmutableList.Builder<String> leftOut = ImmutableList.builder();
        for (GroupMetrics group : groups) {
            Outcome rate = group.rate(rateOf);
            rate.value().ifPresent(value -> rated.add(new Rated(group, value)));
            rate.undefinedBecause()
                    .ifPresent(
                            reason ->
                                    leftOut.add(
                                            group.group() + " has no " + rateName + ": " + reason));
        }
        return between(rated.build(), leftOut.build(), rateName, comparison);
    }

    private static GroupGap between(
            List<Rated> rated, List<String> leftOut, String rateName, Comparison comparison) {
        if (rated.size() < 2) {
            String reason = "needs two groups with a " + rateName + "; there are " + rated.size();
            return new GroupGap(Outcome.undefined(reason), List.of(), false, leftOut);
        }
        Rated largest = rated.stream().max(Comparator.comparing(Rated::rate)).orElseThrow();
        Rated smallest = rated.stream().min(Comparator.comparing(Rated::rate)).orElseThrow();
        Outcome value = comparison.of(largest.rate(), smallest.rate());
        return value.value().isEmpty() || largest.rate() == smallest.rate()
                ? new GroupGap(value, List.of(), false, leftOut)
                : new GroupGap(
                        value,
                        List.of(largest.group().group(), smallest.group().group()),
                        largest.group().small() || smallest.group().small(),
                        leftOut);
    }

    /** The larger of two gaps; undefined if either is. Lists the groups left out of either. */
    GroupGap orLarger(GroupGap other) {
        Set<String> leftOutOfEither = new LinkedHashSet<>(leftOut);
        leftOutOfEither.addAll(other.leftOut);
        Outcome larger = value.with(other.value, Math::max);
        GroupGap from = larger.equals(value) ? this : other;
        return larger.value().isEmpty()
                ? new GroupGap(larger, List.of(), false, List.copyOf(leftOutOfEither))
                : new GroupGap(larger, from.between, from.small, List.copyOf(leftOutOfEither));
    }
}
