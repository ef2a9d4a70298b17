package dev.fer4j.eval.metric;

/**
 * Converts between probabilities p and logits log(p / (1 − p)). All conversions of a network's
 * output to a probability use this class, so that equal outputs have equal probabilities.
 */
public final class Logit {

    /**
     * Probabilities are clipped to this distance from 0 and 1, where the logit is infinite: 2⁻⁵²,
     * the step between 1 and the next double. scikit-learn's {@code log_loss} clips at the same
     * value.
     */
    public static final double CLIP = Math.ulp(1.0);

    private Logit() {}

    /** The probability, clipped to {@link #CLIP} from 0 and 1. */
    public static double clip(double probability) {
        return Math.max(CLIP, Math.min(1 - CLIP, probability));
    }

    /**
     * The logit log(p / (1 − p)) of a probability in [0, 1], which is clipped first; within ±36.05.
     */
    public static double of(double probability) {
        double clipped = clip(probability);
        return Math.log(clipped) - Math.log1p(-clipped);
    }

    /** The logistic function 1 / (1 + exp(−logit)), without overflow; in [0, 1]. */
    public static double toProbability(double logit) {
        if (logit >= 0) {
            return 1 / (1 + Math.exp(-logit));
        }
        double exp = Math.exp(logit);
        return exp / (1 + exp);
    }
}
