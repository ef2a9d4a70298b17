package dev.fer4j.eval.metric.internal;

/** Between probabilities and logits. */
public final class Logit {

    /**
     * Probabilities are kept this far from 0 and 1, where the logit is infinite: 2⁻⁵², the step
     * between 1 and the next double. scikit-learn's {@code log_loss} clips at the same place.
     */
    public static final double CLIP = Math.ulp(1.0);

    private Logit() {}

    /** The probability, or the nearest one that is not clipped. */
    public static double clip(double probability) {
        return Math.max(CLIP, Math.min(1 - CLIP, probability));
    }

    /** log(p / (1 − p)) of a probability in [0, 1], clipped; so within ±36.04. */
    public static double of(double probability) {
        double clipped = clip(probability);
        return Math.log(clipped) - Math.log1p(-clipped);
    }

    /** 1 / (1 + exp(−logit)), without overflow. */
    public static double toProbability(double logit) {
        if (logit >= 0) {
            return 1 / (1 + Math.exp(-logit));
        }
        double exp = Math.exp(logit);
        return exp / (1 + exp);
    }
}
