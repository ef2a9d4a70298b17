package dev.fer4j.eval.report.internal;

import dev.fer4j.eval.comparison.StudyInference.Comparison;

/** What a comparison shows, and no more than that. */
public enum Verdict {
    /** The interval lies above zero, and the test stands after correction for their number. */
    BETTER,
    /** The interval lies above zero, but not after correction for the number of comparisons. */
    PERHAPS_BETTER,
    /** The interval holds zero. */
    OPEN,
    /** The interval lies below zero, but not after correction for the number of comparisons. */
    PERHAPS_WORSE,
    /** The interval lies below zero, and the test stands after correction for their number. */
    WORSE,
    /** There is a difference, but no interval for it. */
    UNSURE,
    /** There is no difference. */
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
    boolean isAbove() {
        return this == BETTER || this == PERHAPS_BETTER;
    }

    /** Whether the interval lies below zero. */
    public boolean isBelow() {
        return this == WORSE || this == PERHAPS_WORSE;
    }
}
