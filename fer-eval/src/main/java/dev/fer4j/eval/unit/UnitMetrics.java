package dev.fer4j.eval.unit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import dev.fer4j.core.Predictions;
import dev.fer4j.eval.calibration.Binning;
import dev.fer4j.eval.metric.Outcome;
import dev.fer4j.eval.metric.Threshold;
import dev.fer4j.eval.metric.ThresholdChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All metrics of one set of cases, the source for tables, files and commands.
 *
 * @param n the number of cases
 * @param threshold the smallest probability that is classified as positive, and its origin
 * @param values every metric, in the order in which they are printed
 */
public record UnitMetrics(int n, ThresholdChoice threshold, Map<UnitMetric, Outcome> values) {

    /** The bins of the calibration errors. */
    public static final Binning BINNING = Binning.defaults();

    public UnitMetrics {
        requireNonNull(threshold);
        values = Maps.immutableEnumMap(values);
        checkArgument(
                values.size() == UnitMetric.values().length, "there are only %s", values.keySet());
    }

    /** Computes all metrics with a threshold of one half. */
    public static UnitMetrics of(Predictions cases) {
        return of(cases, Threshold.HALF);
    }

    /**
     * Computes all metrics.
     *
     * @param cases one prediction for each case
     * @param threshold chosen on other cases; if it is undefined, so are the metrics that need it
     */
    public static UnitMetrics of(Predictions cases, ThresholdChoice threshold) {
        Judged judged = Judged.of(cases, threshold);
        return new UnitMetrics(
                cases.size(),
                threshold,
                Maps.toMap(Arrays.asList(UnitMetric.values()), metric -> metric.of(judged)));
    }

    /** The value of a metric. */
    public Outcome get(UnitMetric metric) {
        return requireNonNull(values.get(metric));
    }

    /** The values of some metrics, in the given order. */
    public List<Outcome> get(List<UnitMetric> metrics) {
        return metrics.stream().map(this::get).toList();
    }

    /** Whether always predicting the more common class would be more accurate. */
    public boolean isAccuracyBelowMajority() {
        return get(UnitMetric.ACCURACY)
                .with(get(UnitMetric.MAJORITY_ACCURACY), (own, majority) -> own - majority)
                .value()
                .filter(lead -> lead < 0)
                .isPresent();
    }
}
