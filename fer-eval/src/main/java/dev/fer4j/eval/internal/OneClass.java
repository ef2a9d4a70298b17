package dev.fer4j.eval.internal;

import java.util.Optional;

/** The reason why curves and areas are undefined when a class is missing. */
public final class OneClass {

    private OneClass() {}

    /** The reason, or empty if both classes are present. */
    public static Optional<String> reason(ThresholdCounts counts) {
        return reason(counts.positives(), counts.positives() + counts.negatives());
    }

    /** The reason, or empty if both classes are present. */
    public static Optional<String> reason(int positives, int samples) {
        if (samples == 0) {
            return Optional.of("there are no samples");
        }
        if (positives == 0) {
            return Optional.of("no sample of " + samples + " is of the positive class");
        }
        return positives == samples
                ? Optional.of("all " + samples + " samples are of the positive class")
                : Optional.empty();
    }
}
