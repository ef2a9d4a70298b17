package dev.fer4j.synthesis.loss;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.train.optim.AdamConfig;

/**
 * Regularization in every k-th step only (Karras et al. 2020a, section 3.1 and appendix B).
 *
 * <p>Its gradients get an update of their own, so that there are k + 1 updates where there were k.
 * With {@code c = k / (k + 1)}, the learning rate is multiplied by c and Adam's β are raised to the
 * power of c; the penalty is multiplied by k.
 *
 * @param interval k, at least 1
 */
public record LazyRegularization(int interval) {

    /** R1, every 16 steps. */
    public static final LazyRegularization DISCRIMINATOR = new LazyRegularization(16);

    /** Path lengths, every 4 steps. */
    public static final LazyRegularization GENERATOR = new LazyRegularization(4);

    public LazyRegularization {
        checkArgument(interval >= 1, "interval %s is below 1", interval);
    }

    /**
     * Whether a step includes the regularization.
     *
     * @param step from 0
     */
    public boolean isDue(long step) {
        return step % interval == 0;
    }

    /** The factor on the penalty. */
    public int factor() {
        return interval;
    }

    /** The learning rate for both kinds of updates. */
    public double corrected(double rate) {
        return rate * share();
    }

    /** Adam's settings for both kinds of updates. */
    public AdamConfig corrected(AdamConfig adam) {
        return new AdamConfig(
                Math.pow(adam.beta1(), share()),
                Math.pow(adam.beta2(), share()),
                adam.epsilon(),
                adam.form(),
                adam.decay());
    }

    private double share() {
        return interval / (interval + 1.0);
    }
}
