package dev.fer4j.eval.report.internal;

import com.google.common.math.Stats;
import dev.fer4j.eval.metric.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The mean of one metric over the trainings of a condition. */
public final class MeanOutcome {

    private MeanOutcome() {}

    /**
     * The mean; undefined, with the first reason, if the metric of any training is.
     *
     * @param trainings at least one
     */
    public static <T> Outcome of(List<T> trainings, Function<T, Outcome> metric) {
        double sum = 0;
        for (T training : trainings) {
            Outcome outcome = metric.apply(training);
            if (outcome.value().isEmpty()) {
                return outcome;
            }
            sum += outcome.value().get();
        }
        return Outcome.of(sum / trainings.size());
    }

    /**
     * The metric with three decimals; over several trainings {@code mean ± standard deviation},
     * without the deviation where all are equal, like the prevalence. Undefined if any of them is.
     */
    public static <T> String withSpread(List<T> trainings, Function<T, Outcome> metric) {
        List<Double> values = new ArrayList<>();
        for (T training : trainings) {
            Outcome outcome = metric.apply(training);
            if (outcome.value().isEmpty()) {
                return outcome.format(3);
            }
            values.add(outcome.value().get());
        }
        Stats stats = Stats.of(values);
        return stats.min() == stats.max()
                ? Outcome.of(stats.min()).format(3)
                : String.format(
                        Locale.ROOT, "%.3f ± %.3f", stats.mean(), stats.sampleStandardDeviation());
    }

    /** A number of trainings in words: {@code the mean of 3 trainings}. */
    public static String words(int trainings) {
        return trainings == 1
                ? ""
                : String.format(Locale.ROOT, " Numbers are means of %d trainings.", trainings);
    }
}
