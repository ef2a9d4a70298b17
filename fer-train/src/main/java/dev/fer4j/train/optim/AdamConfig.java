package dev.fer4j.train.optim;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * Settings of {@link Adam}.
 *
 * @param beta1 decay rate of the first moment, in [0, 1)
 * @param beta2 decay rate of the second moment, in [0, 1)
 * @param epsilon ε, above 0
 * @param form where ε is added
 * @param decay weight decay
 */
public record AdamConfig(double beta1, double beta2, double epsilon, Form form, WeightDecay decay) {

    /** Where ε is added. */
    public enum Form {
        /**
         * The paper's eq. 10 and Kingma and Ba's algorithm 1: added to the root of the
         * bias-corrected second moment. Used by PyTorch.
         */
        TEXTBOOK,
        /**
         * Added to the root of the second moment before bias correction, "epsilon hat" in Kingma
         * and Ba's section 2. Used by Keras and DJL, with ε = 1e-7 and 1e-8.
         */
        KERAS
    }

    /** β 0.9 and 0.999, ε 1e-8, textbook form, no weight decay. */
    public static final AdamConfig TEXTBOOK =
            new AdamConfig(0.9, 0.999, 1e-8, Form.TEXTBOOK, new WeightDecay.None());

    /** Keras's defaults: β 0.9 and 0.999, ε 1e-7 as epsilon hat, no weight decay. */
    public static final AdamConfig KERAS =
            new AdamConfig(0.9, 0.999, 1e-7, Form.KERAS, new WeightDecay.None());

    public AdamConfig {
        checkArgument(beta1 >= 0 && beta1 < 1, "beta1 %s is not in [0, 1)", beta1);
        checkArgument(beta2 >= 0 && beta2 < 1, "beta2 %s is not in [0, 1)", beta2);
        checkArgument(
                epsilon > 0 && epsilon < Double.POSITIVE_INFINITY,
                "epsilon %s is not above 0",
                epsilon);
        requireNonNull(form);
        requireNonNull(decay);
    }

    public AdamConfig withDecay(WeightDecay other) {
        return new AdamConfig(beta1, beta2, epsilon, form, other);
    }

    /** Returns a copy with the paper's L2 decay, applied to weights only. */
    public AdamConfig withL2(double lambda) {
        return withDecay(new WeightDecay.L2(lambda, WeightDecay.Scope.WEIGHTS));
    }
}
