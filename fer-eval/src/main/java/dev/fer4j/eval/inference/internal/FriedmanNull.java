package dev.fer4j.eval.inference.internal;

import com.google.common.collect.Collections2;
import com.google.common.math.LongMath;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The exact null distribution of Friedman's test: within each block, all assignments of its ranks
 * (ties included) to the conditions are equally likely. The distribution of the rank sums is built
 * up block by block; which condition has which sum does not matter, so sums are kept sorted.
 */
public final class FriedmanNull {

    /**
     * The maximum number of combinations of rank sums and orders in one block; more take too long.
     */
    private static final long MOST_WORK = 500_000;

    private FriedmanNull() {}

    /**
     * P(Σ (Rⱼ − R̄)² ≥ found).
     *
     * @param blocks the midranks of each block
     * @param found the observed sum of squares
     * @return empty if there are too many blocks and conditions to enumerate
     */
    public static OptionalDouble tail(List<double[]> blocks, double found) {
        int conditions = blocks.get(0).length;
        if (conditions > 7) {
            return OptionalDouble.empty();
        }
        long orders = LongMath.factorial(conditions);
        Map<List<Integer>, Double> sums = new HashMap<>();
        sums.put(Ints.asList(new int[conditions]), 1.0);
        for (double[] block : blocks) {
            if (sums.size() * orders > MOST_WORK) {
                return OptionalDouble.empty();
            }
            sums = after(sums, twice(block), 1.0 / orders);
        }
        // Twice the centred ranks are integers, so equal sums compare as equal.
        long reached = Math.round(4 * found);
        return OptionalDouble.of(
                Math.min(
                        1,
                        sums.entrySet().stream()
                                .filter(entry -> squares(entry.getKey()) >= reached)
                                .mapToDouble(Map.Entry::getValue)
                                .sum()));
    }

    /** Twice the differences from the mean rank. */
    private static int[] twice(double[] midranks) {
        return Arrays.stream(midranks)
                .mapToInt(rank -> (int) Math.round(2 * rank) - midranks.length - 1)
                .toArray();
    }

    private static long squares(List<Integer> sums) {
        return sums.stream().mapToLong(sum -> (long) sum * sum).sum();
    }

    private static Map<List<Integer>, Double> after(
            Map<List<Integer>, Double> sums, int[] block, double probability) {
        Collection<List<Integer>> orders = Collections2.permutations(Ints.asList(block));
        Map<List<Integer>, Double> after = new HashMap<>();
        sums.forEach(
                (before, weight) -> {
                    for (List<Integer> order : orders) {
                        int[] sum = new int[block.length];
                        Arrays.setAll(sum, j -> before.get(j) + order.get(j));
                        Arrays.sort(sum);
                        after.merge(Ints.asList(sum), weight * probability, Double::sum);
                    }
                });
        return after;
    }
}
