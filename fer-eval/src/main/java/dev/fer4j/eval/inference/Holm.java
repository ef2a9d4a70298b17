package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction for multiple tests (S. Holm, "A simple sequentially rejective multiple test
 * procedure", Scandinavian Journal of Statistics 6, 1979): if all hypotheses with an adjusted p of
 * at most α are rejected, the probability of rejecting any true hypothesis is at most α, whatever
 * the dependence between tests.
 */
public final class Holm {

    private Holm() {}

    /**
     * Adjusts p-values: the i-th smallest of m values becomes the largest of (m − j + 1) p₍ⱼ₎ over
     * j ≤ i, and at most 1.
     *
     * @param p the p-values of all tests of the family, in [0, 1]
     * @return the adjusted p-values in the same order
     * @throws IllegalArgumentException if a value is not a probability
     */
    public static double[] adjust(double... p) {
        for (double value : p) {
            checkArgument(value >= 0 && value <= 1, "%s is not a probability", value);
        }
        int[] order =
                IntStream.range(0, p.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> p[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, (order.length - i) * p[order[i]]);
            adjusted[order[i]] = Math.min(1, largest);
        }
        return adjusted;
    }
}
