package dev.fer4j.eval.inference.internal;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.AllowedSolution;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * Probabilities of the upper tail, and the values that they belong to. They are correct to about
 * ten digits relative to themselves, however small: 1e-300 is not rounded to 0, as it is where a
 * probability is computed as one minus the other.
 *
 * <p>Special functions are those of Commons Math; its distribution classes lose small tails.
 */
public final class Tails {

    private static final int MOST_EVALUATIONS = 200;

    private Tails() {}

    /**
     * P(|Z| ≥ |z|) of a standard normal Z.
     *
     * @param z any number
     */
    public static double twoSidedNormal(double z) {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }

    /**
     * P(|T| ≥ |t|) of Student's T.
     *
     * @param t any number
     * @param degreesOfFreedom above 0; infinite for the normal distribution
     */
    public static double twoSidedT(double t, double degreesOfFreedom) {
        if (Double.isInfinite(degreesOfFreedom)) {
            return twoSidedNormal(t);
        }
        return beta(degreesOfFreedom, t * t, degreesOfFreedom / 2, 0.5);
    }

    /**
     * P(F ≥ f) of the F distribution.
     *
     * @param f 0 or more
     * @param numerator its degrees of freedom, above 0, whole or not
     * @param denominator its degrees of freedom, above 0, whole or not
     */
    public static double f(double f, double numerator, double denominator) {
        return beta(denominator, numerator * f, denominator / 2, numerator / 2);
    }

    /**
     * P(X ≥ x) of the chi-square distribution.
     *
     * @param x 0 or more
     * @param degreesOfFreedom above 0
     */
    public static double chiSquare(double x, double degreesOfFreedom) {
        return Gamma.regularizedGammaQ(degreesOfFreedom / 2, x / 2);
    }

    /**
     * The regularized incomplete beta function of u / (u + v). Where that is close to 1, its
     * distance to 1 is what matters, and v / (u + v) has it to the last digit.
     */
    private static double beta(double u, double v, double a, double b) {
        double rest = v / (u + v);
        return rest < (b + 1) / (a + b + 2)
                ? 1 - Beta.regularizedBeta(rest, b, a)
                : Beta.regularizedBeta(u / (u + v), a, b);
    }

    /**
     * The t that Student's |T| reaches with probability p.
     *
     * @param p above 0 and below 1
     * @param degreesOfFreedom above 0; infinite for the normal distribution
     */
    public static double criticalT(double p, double degreesOfFreedom) {
        return critical(t -> twoSidedT(t, degreesOfFreedom), p);
    }

    /**
     * The value whose upper tail has a probability.
     *
     * @param tail falls from 1 at 0 towards 0
     * @param p above 0 and below 1
     */
    static double critical(DoubleUnaryOperator tail, double p) {
        checkArgument(p > 0 && p < 1, "a probability of %s has no critical value", p);
        double target = Math.log(p);
        double upper = 1;
        while (tail.applyAsDouble(upper) > p) {
            upper *= 2;
        }
        // In logarithms the tail is nearly a parabola, so few steps are needed however small p is.
        return new BracketingNthOrderBrentSolver(1e-14, 1e-14, 1e-15, 5)
                .solve(
                        MOST_EVALUATIONS,
                        x -> Math.log(tail.applyAsDouble(x)) - target,
                        upper == 1 ? 0 : upper / 2,
                        upper,
                        AllowedSolution.ANY_SIDE);
    }
}
