package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;

/**
 * A confidence interval: over many studies, a share of {@code level} of such intervals contains the
 * true value.
 *
 * @param lower its lower bound; finite
 * @param upper its upper bound; finite, not below the lower one
 * @param level in (0, 1), for example 0.95
 */
public record Interval(double lower, double upper, double level) {

    /** The default confidence level. */
    public static final double DEFAULT_LEVEL = 0.95;

    public Interval {
        checkArgument(
                Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper,
                "an interval cannot go from %s to %s",
                lower,
                upper);
        checkLevel(level);
    }

    static void checkLevel(double level) {
        checkArgument(level > 0 && level < 1, "a level of %s is not between 0 and 1", level);
    }

    /** Whether the interval contains a value, bounds included. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** Whether the whole interval lies above zero. */
    public boolean liesAboveZero() {
        return lower > 0;
    }

    /** Whether the whole interval lies below zero. */
    public boolean liesBelowZero() {
        return upper < 0;
    }

    /** The interval clamped to the range of possible values, for example [0, 1] for an AUC. */
    public Interval clampedTo(double lowest, double highest) {
        return new Interval(
                Math.min(highest, Math.max(lowest, lower)),
                Math.max(lowest, Math.min(highest, upper)),
                level);
    }

    /** Formats the interval with a number of decimals: {@code 0.712 to 0.893}. */
    public String toText(int decimals) {
        String number = "%." + decimals + "f";
        return String.format(Locale.ROOT, number + " to " + number, lower, upper);
    }
}
