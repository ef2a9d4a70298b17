package dev.fer4j.eval.calibration;

import dev.fer4j.core.Predictions;
import dev.fer4j.eval.internal.CaseArrays;
import dev.fer4j.eval.internal.CompensatedSum;
import dev.fer4j.eval.metric.Logit;
import dev.fer4j.eval.metric.Outcome;

/**
 * Log loss, or binary cross-entropy: −1/n Σ log q, where q is the probability assigned to the true
 * class; in nats. Training minimizes it.
 *
 * @param loss 0 or more, lower is better; log 2 = 0.693 for a constant prediction of one half.
 *     Undefined without samples. Same as scikit-learn's {@code log_loss}
 * @param clipped the number of probabilities closer than {@link #CLIP} to 0 or 1, which were
 *     clipped to that distance: a single wrong probability of 0 would make the loss infinite
 */
public record LogLoss(Outcome loss, int clipped) {

    /** 2⁻⁵², as scikit-learn uses for 64-bit probabilities. */
    public static final double CLIP = Logit.CLIP;

    /**
     * Computes the loss.
     *
     * @param positives whether each sample is of the positive class
     * @param probabilities each sample's probability of the positive class, in [0, 1]
     * @throws IllegalArgumentException if the lengths differ or a probability is not in [0, 1]
     */
    public static LogLoss of(boolean[] positives, double[] probabilities) {
        CaseArrays.checkProbabilities(positives, probabilities);
        if (positives.length == 0) {
            return new LogLoss(Outcome.undefined("there are no samples"), 0);
        }
        CompensatedSum sum = new CompensatedSum();
        int clipped = 0;
        for (int i = 0; i < positives.length; i++) {
            double probability = Logit.clip(probabilities[i]);
            clipped += probability == probabilities[i] ? 0 : 1;
            sum.add(positives[i] ? -Math.log(probability) : -Math.log1p(-probability));
        }
        return new LogLoss(Outcome.of(sum.value() / positives.length), clipped);
    }

    /**
     * The loss of one sample from its logit, in a form that neither overflows nor loses precision:
     * {@code max(z, 0) − z·y + log(1 + exp(−|z|))}. Nothing is clipped.
     *
     * @param logit z, finite
     * @param target y, 1 for the positive class, 0 for the other, a fraction for mixed samples
     * @return 0 or more
     */
    public static double ofLogit(double logit, double target) {
        return Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
    }

    /** Computes the loss of predictions. */
    public static LogLoss of(Predictions cases) {
        return of(cases.positives(), cases.probabilities());
    }
}
