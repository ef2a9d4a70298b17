package dev.fer4j.eval.report;

import dev.fer4j.eval.metric.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The mean of one metric over the trainings of a condition. */
final class MeanOutcome {

    private MeanOutcome() {}

    /**
     * The mean, undefined for the reason of the first training of which the metric is.
     *
     * @param trainings at least one
     */
    static <T> Outcome of(List<T> trainings, Function<T, Outcome> metric) {
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

    /** A whole number of trainings in words: {@code the mean of 3 trainings}. */
    static String words(int trainings) {
        return trainings == 1
                ? ""
                : String.format(Locale.ROOT, " Numbers are means of %d trainings.", trainings);
    }
}
