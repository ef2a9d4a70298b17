package dev.fer4j.data.audit;

import com.google.common.math.Quantiles;
import java.util.Collection;
import java.util.Map;

/**
 * The quartiles of some values, by linear interpolation (method 7 of Hyndman and Fan 1996, the
 * default of NumPy and R).
 *
 * @param lower the first quartile
 * @param median the median
 * @param upper the third quartile
 */
public record Quartiles(double lower, double median, double upper) {

    /**
     * Returns the quartiles of values in any order.
     *
     * @param values at least one
     */
    public static Quartiles of(Collection<Double> values) {
        Map<Integer, Double> quartiles = Quantiles.quartiles().indexes(1, 2, 3).compute(values);
        return new Quartiles(quartiles.get(1), quartiles.get(2), quartiles.get(3));
    }
}
