package dev.fer4j.eval.inference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fer4j.eval.metric.Outcome;
import java.util.Locale;

/**
 * By how much the ROC AUC of one model exceeds that of another on the same images, and an interval
 * for it from {@link ParticipantBootstrap}.
 *
 * @param aucOfCondition ROC AUC of the condition, per image
 * @param aucOfReference ROC AUC of the reference, per image
 * @param difference condition − reference, in [−1, 1]
 * @param lower 2.5th percentile of the resampled differences
 * @param upper 97.5th percentile of the resampled differences
 * @param participants how many people were resampled
 * @param replicates how many resamples the interval is made of
 * @param redrawn resamples of one class, which were drawn again
 */
public record AucDifference(
        Outcome aucOfCondition,
        Outcome aucOfReference,
        Outcome difference,
        Outcome lower,
        Outcome upper,
        int participants,
        int replicates,
        long redrawn) {

    /** Whether the interval is defined and lies above zero. */
    @JsonIgnore
    public boolean isAboveZero() {
        return lower.value().filter(bound -> bound > 0).isPresent();
    }

    /** Whether the interval is defined and lies below zero. */
    @JsonIgnore
    public boolean isBelowZero() {
        return upper.value().filter(bound -> bound < 0).isPresent();
    }

    /** One line for people: the difference with its interval, or why there is none. */
    public String toText() {
        if (difference.undefinedBecause().isPresent()) {
            return "undefined: " + difference.undefinedBecause().get();
        }
        return signed(difference)
                + lower.undefinedBecause()
                        .map(reason -> " (no interval: " + reason + ")")
                        .orElseGet(
                                () ->
                                        String.format(
                                                Locale.ROOT,
                                                " (95%% interval %s to %s, %d participants)",
                                                signed(lower),
                                                signed(upper),
                                                participants));
    }

    private static String signed(Outcome value) {
        return value.value().map(v -> String.format(Locale.ROOT, "%+.3f", v)).orElse("undefined");
    }
}
