package dev.fer4j.data.audit;

import com.google.common.math.Quantiles;
import java.util.Collection;
import java.util.Map;

/**
 * The middle half of some values, interpolated linearly between them (method 7 of Hyndman and Fan
 * 1996, the default of NumPy and R).
 *
 * @param lower a quarter of the values are below
 * @param median half of the values are below
 * @param upper three quarters of the values are below
 */
public record Quartiles(double lower, double median, double upper) {

    /**
     * Of values in any order.
     *
     * @param values at least one
     */
    public static Quartiles of(Collection<Double> values) {
        Map<Integer, Double> quartiles = Quantiles.quartiles().indexes(1, 2, 3).compute(values);
        return new Quartiles(quartiles.get(1), quartiles.get(2), quartiles.get(3));
    }
}
