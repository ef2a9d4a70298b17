package dev.fer4j.augment.internal;

/**
 * Equally likely values of a standard normal variable: the quantiles at the midpoints of 2¹²
 * intervals of equal probability, up to ±3.67, scaled to a variance of exactly 1. Their mean is
 * exactly 0, since the values are symmetric.
 *
 * <p>They come in pairs, so that 12 random bits give two values. The pairs form a lattice in the
 * unit square of probabilities, which is uniform and nearly uncorrelated (correlation 10⁻⁴; of the
 * squares 10⁻³). Looking up a pair takes a load, whereas inversion or rejection would take
 * logarithms and branches.
 */
public final class NormalQuantiles {

    public static final int COUNT = 1 << 12;

    /** Odd, so that each value has one partner; the least correlated choice near COUNT / φ. */
    private static final int LATTICE = 2495;

    private static final float[] VALUES = values();

    private NormalQuantiles() {}

    /** The first value of a pair, in ascending order. */
    public static float first(int pair) {
        return VALUES[pair];
    }

    /** The second value of a pair. */
    public static float second(int pair) {
        return VALUES[(LATTICE * pair + LATTICE / 2) & (COUNT - 1)];
    }

    private static float[] values() {
        int count = COUNT;
        double[] quantiles = new double[count];
        double squares = 0;
        for (int i = 0; i < count / 2; i++) {
            double quantile = quantile((i + 0.5) / count);
            quantiles[i] = quantile;
            quantiles[count - 1 - i] = -quantile;
            squares += 2 * quantile * quantile;
        }
        double scale = Math.sqrt(count / squares);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * quantiles[i]);
        }
        return values;
    }

    /**
     * The inverse of the normal distribution function: Wichura (1988), algorithm AS 241, PPND16,
     * without its branch for probabilities below 10⁻¹¹. Accurate to about 16 digits. Uses
     * StrictMath, so that the table is the same on every machine.
     *
     * @param p below 0.5
     */
    public static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q
                    * polynomial(
                            r,
                            2509.0809287301227,
                            33430.57558358813,
                            67265.7709270087,
                            45921.95393154987,
                            13731.69376550946,
                            1971.5909503065513,
                            133.14166789178438,
                            3.3871328727963665)
                    / polynomial(
                            r,
                            5226.495278852854,
                            28729.085735721943,
                            39307.89580009271,
                            21213.794301586597,
                            5394.196021424751,
                            687.1870074920579,
                            42.31333070160091,
                            1);
        }
        double r = StrictMath.sqrt(-StrictMath.log(p)) - 1.6;
        return -polynomial(
                        r,
                        0.0007745450142783414,
                        0.022723844989269184,
                        0.2417807251774506,
                        1.2704582524523684,
                        3.6478483247632045,
                        5.769497221460691,
                        4.630337846156546,
                        1.4234371107496835)
                / polynomial(
                        r,
                        1.0507500716444169e-09,
                        0.0005475938084995345,
                        0.015198666563616457,
                        0.14810397642748008,
                        0.6897673349851,
                        1.6763848301838038,
                        2.053191626637759,
                        1);
    }

    /** Horner's rule, the highest power's coefficient first. */
    private static double polynomial(double x, double... coefficients) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
