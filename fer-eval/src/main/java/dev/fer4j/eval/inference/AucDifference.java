package dev.fer4j.eval.inference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fer4j.eval.metric.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The difference of the ROC AUCs of two conditions on the same samples, with the default interval
 * and test: those of the {@link CrossedJackknife}, by Student's t distribution. Interval and test
 * agree: p is below 0.05 where the 95 % interval excludes zero.
 *
 * <p>They generalize to people like the test participants. If both conditions were trained with
 * several seeds, they also generalize to other trainings; with one seed, they hold for these two
 * trained models.
 *
 * @param aucOfCondition ROC AUC of the condition; if it was trained several times, the mean
 * @param aucOfReference ROC AUC of the reference, likewise
 * @param difference condition − reference, in [−1, 1]
 * @param interval at 95 %, within [−1, 1]; undefined if leaving out one person leaves only one
 *     class, or if leaving out anyone changes nothing
 * @param test against a difference of zero; undefined where the interval is
 * @param participants the number of people that it rests on
 */
public record AucDifference(
        Outcome aucOfCondition,
        Outcome aucOfReference,
        Outcome difference,
        Finding<Interval> interval,
        Finding<Significance> test,
        int participants) {

    /**
     * Compares two conditions.
     *
     * @param condition the AUC of the condition in each of its trainings
     * @param reference the AUC of the reference with the same training seeds and the same
     *     participants
     */
    public static AucDifference of(
            List<ClusteredMetric> condition, List<ClusteredMetric> reference) {
        List<ClusteredMetric> differences = new ArrayList<>();
        for (int i = 0; i < condition.size(); i++) {
            differences.add(condition.get(i).minus(reference.get(i)));
        }
        Finding<Estimate> estimate = CrossedJackknife.of(differences);
        return new AucDifference(
                ClusteredMetric.mean(condition).value(),
                ClusteredMetric.mean(reference).value(),
                ClusteredMetric.mean(differences).value(),
                estimate.flatMap(Estimate::differenceInterval),
                estimate.flatMap(Estimate::test),
                condition.get(0).clusters());
    }

    /** Whether the interval is defined and lies above zero. */
    @JsonIgnore
    public boolean isAboveZero() {
        return interval.result().filter(Interval::liesAboveZero).isPresent();
    }

    /** Whether the interval is defined and lies below zero. */
    @JsonIgnore
    public boolean isBelowZero() {
        return interval.result().filter(Interval::liesBelowZero).isPresent();
    }

    /** One line of text: the difference with its interval, or why it is undefined. */
    public String toText() {
        if (difference.undefinedBecause().isPresent()) {
            return "undefined: " + difference.undefinedBecause().get();
        }
        return signed(difference.value().orElseThrow())
                + interval.result()
                        .map(
                                found ->
                                        String.format(
                                                Locale.ROOT,
                                                " (95%% interval %s to %s, %d participants)",
                                                signed(found.lower()),
                                                signed(found.upper()),
                                                participants))
                        .orElseGet(
                                () ->
                                        " (no interval: "
                                                + interval.undefinedBecause().orElseThrow()
                                                + ")");
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }
}
