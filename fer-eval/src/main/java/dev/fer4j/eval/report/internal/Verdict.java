package dev.fer4j.eval.report.internal;

import dev.fer4j.eval.comparison.StudyInference.Comparison;

/** The conclusion that a comparison supports. */
public enum Verdict {
    /**
     * The interval lies above zero, and the test remains significant after correction for multiple
     * comparisons.
     */
    BETTER,
    /**
     * The interval lies above zero, but the test is not significant after correction for multiple
     * comparisons.
     */
    PERHAPS_BETTER,
    /** The interval contains zero. */
    OPEN,
    /**
     * The interval lies below zero, but the test is not significant after correction for multiple
     * comparisons.
     */
    PERHAPS_WORSE,
    /**
     * The interval lies below zero, and the test remains significant after correction for multiple
     * comparisons.
     */
    WORSE,
    /** The difference is defined, but its interval is not. */
    UNSURE,
    /** The difference is undefined. */
    UNDEFINED;

    private static final double SIGNIFICANT = 0.05;

    public static Verdict of(Comparison comparison) {
        if (comparison.difference().difference().value().isEmpty()) {
            return UNDEFINED;
        }
        if (comparison.difference().interval().result().isEmpty()) {
            return UNSURE;
        }
        boolean stands = comparison.adjustedP().value().filter(p -> p <= SIGNIFICANT).isPresent();
        if (comparison.difference().isAboveZero()) {
            return stands ? BETTER : PERHAPS_BETTER;
        }
        if (comparison.difference().isBelowZero()) {
            return stands ? WORSE : PERHAPS_WORSE;
        }
        return OPEN;
    }

    /** Whether the interval lies above zero. */
    public boolean isAbove() {
        return this == BETTER || this == PERHAPS_BETTER;
    }

    /** Whether the interval lies below zero. */
    public boolean isBelow() {
        return this == WORSE || this == PERHAPS_WORSE;
    }
}
