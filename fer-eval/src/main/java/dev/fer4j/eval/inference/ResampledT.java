package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.Stats;
import java.util.Arrays;

/**
 * The paired t test: the mean of differences observed in several rounds, one in each, as an {@link
 * Estimate}.
 *
 * <p>If the rounds train on overlapping data, as repeated random splits of one set of people do,
 * their differences are correlated, and the t test rejects far too often. Nadeau and Bengio
 * ("Inference for the generalization error", Machine Learning 52, 2003) widen the variance from s²
 * / J to s² (1 / J + n₂ / n₁), for J rounds that train on n₁ and test on n₂ people or samples. The
 * correction is derived for random splits; rotations of categories are not random, so for them it
 * only indicates how much their overlap may matter.
 */
public final class ResampledT {

    private ResampledT() {}

    /**
     * Tests independent rounds.
     *
     * @param differences the difference observed in each round
     * @return with J − 1 degrees of freedom; undefined with fewer than two rounds
     * @throws IllegalArgumentException if a difference is not finite
     */
    public static Finding<Estimate> independent(double... differences) {
        return corrected(0, differences);
    }

    /**
     * Tests rounds that train on overlapping data, by Nadeau and Bengio.
     *
     * @param testOverTraining the ratio of test to training set size in a round; 0 or more
     * @param differences the difference observed in each round
     * @return with J − 1 degrees of freedom; undefined with fewer than two rounds
     * @throws IllegalArgumentException if a difference is not finite
     */
    public static Finding<Estimate> corrected(double testOverTraining, double... differences) {
        checkArgument(
                testOverTraining >= 0 && Double.isFinite(testOverTraining),
                "%s cannot be a ratio of test to training samples",
                testOverTraining);
        checkArgument(
                Arrays.stream(differences).allMatch(Double::isFinite),
                "differences must be finite: %s",
                Arrays.toString(differences));
        if (differences.length < 2) {
            return Finding.undefined("needs at least two rounds; there are " + differences.length);
        }
        Stats stats = Stats.of(differences);
        boolean isConstant = stats.min() == stats.max();
        double variance =
                isConstant
                        ? 0
                        : stats.sampleVariance() * (1.0 / differences.length + testOverTraining);
        return Finding.of(new Estimate(stats.mean(), Math.sqrt(variance), differences.length - 1));
    }
}
