package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;

/**
 * A two-sided test of a single number against zero.
 *
 * @param statistic the number divided by its standard error: t, or z if the degrees of freedom are
 *     infinite
 * @param degreesOfFreedom above 0; infinite for the normal distribution
 * @param p probability of a statistic at least as far from zero if the true number is zero, in [0,
 *     1]
 */
public record Significance(double statistic, double degreesOfFreedom, double p) {

    public Significance {
        checkArgument(Double.isFinite(statistic), "%s is not a statistic", statistic);
        checkArgument(degreesOfFreedom > 0, "%s degrees of freedom", degreesOfFreedom);
        checkArgument(p >= 0 && p <= 1, "%s is not a probability", p);
    }

    /** Formats a p-value for display: {@code p = 0.034} or {@code p < 0.001}. */
    public static String text(double p) {
        return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
    }
}
