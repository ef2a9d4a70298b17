package dev.fer4j.eval.gap;

import dev.fer4j.eval.inference.Finding;
import dev.fer4j.eval.inference.Interval;
import dev.fer4j.eval.metric.Outcome;
import java.util.Locale;

/**
 * A gap of one condition, the mean over training seeds.
 *
 * @param gap what is compared
 * @param condition the condition's id
 * @param scope what it is the mean of: a category split's id, categories, or {@value #ALL}
 * @param trainings how many trainings are behind it
 * @param first the mean ROC AUC that is compared
 * @param second the mean ROC AUC that it is compared with
 * @param difference first − second, in [−1, 1]
 * @param overBoth an interval at 95 % for other people and other trainings at once: the {@link
 *     dev.fer4j.eval.inference.CrossedJackknife}'s; with one training seed it is that over people
 * @param overPeople an interval at 95 % for other people, with these trained models: the {@link
 *     dev.fer4j.eval.inference.Jackknife}'s, which leaves each person out wherever they occur
 * @param overSeeds an interval at 95 % for other trainings, with these people: Student's t of the
 *     seeds' differences
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
