package dev.fer4j.eval.report.internal;

import dev.fer4j.eval.gap.GapEstimate;
import dev.fer4j.eval.inference.Interval;
import java.util.Locale;
import java.util.Optional;

/** Describes, in a sentence or two, a gap between seen and unseen content of new people. */
public final class GapWords {

    private GapWords() {}

    /**
     * The interpretation of the gap, if it is a content gap with a value.
     *
     * @param condition the condition's title
     */
    public static Optional<String> of(GapEstimate estimate, String condition) {
        if (estimate.difference().value().isEmpty()) {
            return Optional.empty();
        }
        String first = estimate.first().format(3);
        String second = estimate.second().format(3);
        return switch (estimate.gap()) {
            case SEEN ->
                    Optional.of(
                            ("%s: among new people, a ROC AUC of %s if they watch a category seen"
                                 + " in training, and of %s if they watch an unseen one. %s")
                                    .formatted(condition, first, second, verdict(estimate)));
            case CONTENT ->
                    Optional.of(
                            ("%s: of the same people, a ROC AUC of %s if others trained "
                                            + "on their category, and of %s if nobody did. %s")
                                    .formatted(condition, first, second, verdict(estimate)));
            case TRAINING, VALIDATION, SELECTION -> Optional.empty();
        };
    }

    private static String verdict(GapEstimate estimate) {
        double value = estimate.difference().value().orElseThrow();
        return String.format(Locale.ROOT, "The gap is %.3f", value)
                + estimate.overBoth()
                        .result()
                        .map(interval -> " (95%: " + bounds(interval) + "): " + meaning(interval))
                        .orElse(", without an interval.");
    }

    private static String bounds(Interval interval) {
        return signed(interval.lower()) + " to " + signed(interval.upper());
    }

    private static String meaning(Interval interval) {
        if (interval.lower() > 0) {
            return "it does worse on content that it has not seen.";
        }
        return interval.upper() < 0
                ? "it does better on content that it has not seen, so something other than content"
                        + " differs."
                : "with these people it remains open whether there is one.";
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.3f", value);
    }
}
