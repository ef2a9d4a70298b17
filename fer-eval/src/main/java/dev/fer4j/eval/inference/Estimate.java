package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.eval.metric.Logit;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimated number with its standard error, from which intervals and a test against zero follow
 * by Student's t distribution, or the normal distribution if the degrees of freedom are infinite.
 *
 * <p>If the standard error is zero (no person's absence changes anything, a perfect ranking, two
 * models with the same ranking), there is neither interval nor test: data without spread carry no
 * information on uncertainty.
 *
 * @param value the number
 * @param standardError 0 or more
 * @param degreesOfFreedom of the standard error, above 0; infinite for the normal distribution
 */
public record Estimate(double value, double standardError, double degreesOfFreedom) {

    public Estimate {
        checkArgument(Double.isFinite(value), "%s cannot be an estimate", value);
        checkArgument(
                standardError >= 0 && Double.isFinite(standardError),
                "%s cannot be a standard error",
                standardError);
        checkArgument(degreesOfFreedom > 0, "%s degrees of freedom", degreesOfFreedom);
    }

    /**
     * The interval value ± t · standard error, where Student's |T| exceeds t with probability 1 −
     * level.
     *
     * @param level in (0, 1)
     * @return undefined if the standard error is zero
     */
    public Finding<Interval> interval(double level) {
        Interval.checkLevel(level);
        return spread().map(
                        error -> {
                            double reach = critical(level) * error;
                            return new Interval(value - reach, value + reach, level);
                        });
    }

    /**
     * The interval of a share, computed on the logit scale: that of ln(v / (1 − v)), whose standard
     * error is that of v divided by v (1 − v), transformed back. It stays within (0, 1) and extends
     * further towards the middle, which suits an AUC far from 0.5.
     *
     * @param level in (0, 1)
     * @return undefined if the standard error is zero or the value is not between 0 and 1
     */
    public Finding<Interval> logitInterval(double level) {
        Interval.checkLevel(level);
        if (value <= 0 || value >= 1) {
            return Finding.undefined(value + " is not between 0 and 1, so it has no logit");
        }
        return spread().map(
                        error -> {
                            double logit = Math.log(value / (1 - value));
                            double reach = critical(level) * error / (value * (1 - value));
                            return new Interval(
                                    Logit.toProbability(logit - reach),
                                    Logit.toProbability(logit + reach),
                                    level);
                        });
    }

    /**
     * The interval reported for a metric in [0, 1], such as an AUC or an accuracy: {@link
     * #logitInterval} at 95 %.
     */
    public Finding<Interval> shareInterval() {
        return logitInterval(Interval.DEFAULT_LEVEL);
    }

    /**
     * The interval reported for the difference of two such metrics: {@link #interval} at 95 %,
     * within [−1, 1].
     */
    public Finding<Interval> differenceInterval() {
        return interval(Interval.DEFAULT_LEVEL).map(interval -> interval.clampedTo(-1, 1));
    }

    /** The value that Student's |T| exceeds with probability 1 − level. */
    private double critical(double level) {
        return student().inverseSurvivalProbability((1 - level) / 2);
    }

    private TDistribution student() {
        return TDistribution.of(degreesOfFreedom);
    }

    /**
     * The two-sided test against zero: t = value / standard error.
     *
     * @return undefined if the standard error is zero
     */
    public Finding<Significance> test() {
        return spread().map(
                        error -> {
                            double t = value / error;
                            return new Significance(
                                    t,
                                    degreesOfFreedom,
                                    2 * student().survivalProbability(Math.abs(t)));
                        });
    }

    private Finding<Double> spread() {
        return standardError > 0
                ? Finding.of(standardError)
                : Finding.undefined("the standard error is zero: these data show no spread");
    }
}
