package dev.fer4j.augment;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.random.RandomGenerator;

/** Checks ranges at construction, and draws from them. */
final class Ranges {

    private Ranges() {}

    /** One number; NaN is in no range. */
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

    /** Smallest and largest of what is drawn. */
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

    /** Bounds are whole numbers mostly. */
    private static String shortest(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    static double uniform(RandomGenerator random, double min, double max) {
        return min + (max - min) * random.nextDouble();
    }

    /** Uniform on a logarithmic scale, so that a factor and its inverse are equally likely. */
    static double logUniform(RandomGenerator random, double min, double max) {
        // StrictMath: the same bits on every machine.
        return StrictMath.exp(uniform(random, StrictMath.log(min), StrictMath.log(max)));
    }
}
