package dev.fer4j.eval.gap;

import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.Outcome;
import java.util.Locale;

/**
 * A gap of one condition, averaged over training seeds.
 *
 * @param gap what is compared
 * @param condition the condition's id
 * @param scope what it covers: a category split's id, categories, or {@value #ALL}
 * @param trainings the number of trainings that it rests on
 * @param first the mean of the gap's first ROC AUC
 * @param second the mean of the gap's second ROC AUC
 * @param difference first − second, in [−1, 1]
 * @param overBoth a 95 % interval over both people and trainings, by the {@link
 *     dev.fer4j.eval.inference.CrossedJackknife}; with one training seed, over people only
 * @param overPeople a 95 % interval over people, given these trained models, by the {@link
 *     dev.fer4j.eval.inference.Jackknife}, which leaves each person out wherever they occur
 * @param overSeeds a 95 % interval over trainings, given these people, by Student's t on the seeds'
 *     differences
 */
public record GapEstimate(
        Gap gap,
        String condition,
        String scope,
        int trainings,
        Outcome first,
        Outcome second,
        Outcome difference,
        Finding<Interval> overBoth,
        Finding<Interval> overPeople,
        Finding<Interval> overSeeds) {

    /** The scope of a mean over everything. */
    public static final String ALL = "all";

    static GapEstimate undefined(Gap gap, String condition, String scope, String reason) {
        Outcome none = Outcome.undefined(reason);
        return new GapEstimate(
                gap,
                condition,
                scope,
                0,
                none,
                none,
                none,
                Finding.undefined(reason),
                Finding.undefined(reason),
                Finding.undefined(reason));
    }

    /** One line of text: {@code 0.912 − 0.781 = +0.131 (95 % +0.020 to +0.242)}. */
    public String toText() {
        return difference
                .undefinedBecause()
                .map(reason -> "undefined: " + reason)
                .orElseGet(
                        () ->
                                first.format(3)
                                        + " − "
                                        + second.format(3)
                                        + " = "
                                        + signed(difference.value().orElseThrow())
                                        + " ("
                                        + overBoth.result()
                                                .map(GapEstimate::words)
                                                .orElseGet(this::withoutInterval)
                                        + ")");
    }

    private static String words(Interval interval) {
        return "95 % " + signed(interval.lower()) + " to " + signed(interval.upper());
    }

    private String withoutInterval() {
        return "no interval: " + overBoth.undefinedBecause().orElseThrow();
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }
}
