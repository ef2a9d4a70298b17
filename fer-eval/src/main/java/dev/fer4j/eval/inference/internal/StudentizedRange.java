package dev.fer4j.eval.inference.internal;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import org.apache.commons.math3.analysis.solvers.AllowedSolution;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The studentized range: the range of k independent standard normal values, divided by an
 * independent estimate of their standard deviation with ν degrees of freedom (J. W. Tukey, "The
 * problem of multiple comparisons", 1953).
 *
 * <p>P(Q &gt; q) = ∫ f(s) P(W &gt; q s) ds, where f is the density of √(χ²(ν) / ν) and
 *
 * <p>P(W &gt; w) = k ∫ φ(z) {Φ(z)ᵏ⁻¹ − [Φ(z) − Φ(z − w)]ᵏ⁻¹} dz
 *
 * <p>Both are integrals of positive functions without cancellation, so small tails keep their
 * relative accuracy. Both integrands are analytic and decay fast on either side, so the trapezoidal
 * rule converges exponentially in the number of points (L. N. Trefethen, J. A. C. Weideman, "The
 * exponentially convergent trapezoidal rule", SIAM Review 56, 2014); the outer integral is taken
 * over ln s.
 */
public final class StudentizedRange {

    /** Beyond this many standard deviations a normal density is negligible. */
    private static final double FAR = 9.5;

    /** Points below this share of the largest point of a sum are negligible. */
    private static final double NOTHING = 1e-18;

    /** The probability of a wider range underflows a double. */
    private static final double WIDEST = 80;

    private static final int MOST_EVALUATIONS = 200;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final int k;
    private final double degreesOfFreedom;
    private final double step;
    private final double[] below;

    /**
     * The distribution for a number of values.
     *
     * @param k the number of values, at least 2
     * @param degreesOfFreedom above 0; infinite if the standard deviation is known
     */
    public StudentizedRange(int k, double degreesOfFreedom) {
        this.k = k;
        this.degreesOfFreedom = degreesOfFreedom;
        // With more values, the distribution of their range is narrower.
        this.step = k <= 10 ? 0.2 : 0.1;
        this.below = new double[(int) ((WIDEST / 2 + 2 * FAR) / step) + 1];
        Arrays.setAll(below, i -> NORMAL.cumulativeProbability(z(i)));
    }

    private double z(int point) {
        return point * step - FAR;
    }

    /**
     * P(Q &gt; q).
     *
     * @param q 0 or more
     */
    public double tail(double q) {
        if (Double.isInfinite(degreesOfFreedom)) {
            return rangeTail(q);
        }
        double width = 1 / Math.sqrt(2 * degreesOfFreedom);
        double h = Math.min(0.14, 0.5 * width);
        double density = 0;
        double sum = 0;
        // Downwards: above the maximum, density and tail both fall; below it, the tail rises to 1
        // and the density falls.
        for (double x = highest(width); x > -2000; x -= h) {
            double weight = weight(x);
            double point = weight * rangeTail(q * Math.exp(x));
            density += weight;
            sum += point;
            if (x < 0 && weight < NOTHING * density && point < NOTHING * sum) {
                break;
            }
        }
        return Math.min(1, sum / density);
    }

    /** The density of ln s, up to a constant. */
    private double weight(double x) {
        return Math.exp(degreesOfFreedom / 2 * (2 * x - Math.expm1(2 * x)));
    }

    private double highest(double width) {
        double x = width;
        while (weight(x) > NOTHING) {
            x += width;
        }
        return x;
    }

    /**
     * The critical value, which is exceeded with probability p.
     *
     * @param p above 0 and below 1
     */
    public double critical(double p) {
        checkArgument(p > 0 && p < 1, "a probability of %s has no critical value", p);
        double target = Math.log(p);
        double upper = 1;
        while (tail(upper) > p) {
            upper *= 2;
        }
        // The logarithm of the tail is nearly parabolic, so few steps are needed however small p
        // is.
        return new BracketingNthOrderBrentSolver(1e-14, 1e-14, 1e-15, 5)
                .solve(
                        MOST_EVALUATIONS,
                        q -> Math.log(tail(q)) - target,
                        upper == 1 ? 0 : upper / 2,
                        upper,
                        AllowedSolution.ANY_SIDE);
    }

    /** P(W &gt; w), the tail of the range itself. */
    private double rangeTail(double w) {
        if (w > WIDEST) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; z(i) < w / 2 + FAR; i++) {
            double z = z(i);
            double outside = Math.min(1, NORMAL.cumulativeProbability(z - w) / below[i]);
            sum +=
                    Math.exp(-z * z / 2)
                            * Math.pow(below[i], k - 1)
                            * -Math.expm1((k - 1) * Math.log1p(-outside));
        }
        return Math.min(1, sum * step * k / Math.sqrt(2 * Math.PI));
    }
}
