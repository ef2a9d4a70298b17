package dev.fer4j.eval.calibration;

import dev.fer4j.core.Predictions;
import dev.fer4j.eval.internal.CaseArrays;
import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.metric.Outcome;

/**
 * The mean squared difference between predicted probability and outcome (G. W. Brier, "Verification
 * of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950), for two
 * classes: 1/n Σ (pᵢ − yᵢ)², where y is 1 for the positive class and 0 for the other.
 *
 * @param score in [0, 1], lower is better; 0.25 for a constant prediction of one half. Undefined
 *     without samples. Same as scikit-learn's {@code brier_score_loss}
 * @param uncertainty the score of always predicting the prevalence: prevalence (1 − prevalence), in
 *     [0, 0.25]. Undefined without samples
 */
public record BrierScore(Outcome score, Outcome uncertainty) {

    /**
     * Computes the score.
     *
     * @param positives whether each sample is of the positive class
     * @param probabilities each sample's probability of the positive class, in [0, 1]
     * @throws IllegalArgumentException if the lengths differ or a probability is not in [0, 1]
     */
    public static BrierScore of(boolean[] positives, double[] probabilities) {
        CaseArrays.checkProbabilities(positives, probabilities);
        int n = positives.length;
        if (n == 0) {
            Outcome none = Outcome.undefined("there are no samples");
            return new BrierScore(none, none);
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            double distance = probabilities[i] - (positives[i] ? 1 : 0);
            sum.add(distance * distance);
        }
        long positive = CaseArrays.positiveCount(positives);
        return new BrierScore(
                Outcome.of(sum.value() / n),
                Outcome.of((double) (positive * (n - positive)) / ((double) n * n)));
    }

    /** Computes the score of predictions. */
    public static BrierScore of(Predictions cases) {
        return of(cases.positives(), cases.probabilities());
    }

    /**
     * Brier skill score: 1 − score / uncertainty, at most 1. 0 is as good as always predicting the
     * prevalence of these samples, below 0 is worse. Undefined without samples, and with samples of
     * only one class, where predicting the prevalence is always right.
     */
    public Outcome skill() {
        return uncertainty.value().filter(value -> value == 0).isPresent()
                ? Outcome.undefined(
                        "the samples are of one class: always predicting the prevalence is never"
                                + " wrong")
                : score.with(uncertainty, (own, reference) -> 1 - own / reference);
    }
}
