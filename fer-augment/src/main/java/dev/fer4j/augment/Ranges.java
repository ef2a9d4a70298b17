package dev.fer4j.augment;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.random.RandomGenerator;

/** Validates ranges and draws from them. */
final class Ranges {

    private Ranges() {}

    /** Checks one number; NaN is out of every range. */
    static void check(String kind, String field, double value, double least, double most) {
        checkArgument(
                value >= least && value <= most,
                "%s: %s %s is not in [%s, %s]",
                kind,
                field,
                value,
                shortest(least),
                shortest(most));
    }

    /** Checks the bounds of a range. */
    static void check(
            String kind,
            String minField,
            double min,
            String maxField,
            double max,
            double least,
            double most) {
        check(kind, minField, min, least, most);
        check(kind, maxField, max, least, most);
        checkArgument(
                min <= max, "%s: %s %s is larger than %s %s", kind, minField, min, maxField, max);
    }

    /** Formats a bound without decimals if it is a whole number. */
    private static String shortest(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    static double uniform(RandomGenerator random, double min, double max) {
        return min + (max - min) * random.nextDouble();
    }

    /** Draws uniformly on a logarithmic scale: a factor and its inverse are equally likely. */
    static double logUniform(RandomGenerator random, double min, double max) {
        // StrictMath gives the same bits on every machine.
        return StrictMath.exp(uniform(random, StrictMath.log(min), StrictMath.log(max)));
    }
}
