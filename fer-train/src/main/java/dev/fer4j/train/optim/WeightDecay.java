package dev.fer4j.train.optim;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.nn.Parameter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How weights are kept small. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WeightDecay.None.class, name = "none"),
    @JsonSubTypes.Type(value = WeightDecay.L2.class, name = "l2"),
    @JsonSubTypes.Type(value = WeightDecay.Decoupled.class, name = "decoupled")
})
public sealed interface WeightDecay {

    /** What decays. The paper does not say. */
    enum Scope {
        /** Weights of convolutions and dense layers only, as is usual. */
        WEIGHTS,
        /** Biases and batch normalization's scales and shifts too. */
        ALL;

        boolean includes(Parameter.Type type) {
            return this == ALL || type == Parameter.Type.WEIGHT;
        }
    }

    /** λ; 0 if there is none. */
    double lambda();

    /** What decays. */
    Scope scope();

    /** None. */
    record None() implements WeightDecay {
        @Override
        public double lambda() {
            return 0;
        }

        @Override
        public Scope scope() {
            return Scope.WEIGHTS;
        }
    }

    /**
     * The paper's λ‖θ‖² in the loss: its gradient 2λθ is added to that of the batch, and so goes
     * through Adam's moments.
     *
     * @param lambda λ, 0 or more
     * @param scope what decays
     */
    record L2(double lambda, Scope scope) implements WeightDecay {
        public L2 {
            check(lambda);
            requireNonNull(scope);
        }
    }

    /**
     * Loshchilov and Hutter, Decoupled weight decay regularization (AdamW), ICLR 2019, with λ
     * scaled by the learning rate as in PyTorch: weights shrink by {@code rate · λ} of themselves
     * in each update, apart from Adam's moments.
     *
     * @param lambda λ, 0 or more
     * @param scope what decays
     */
    record Decoupled(double lambda, Scope scope) implements WeightDecay {
        public Decoupled {
            check(lambda);
            requireNonNull(scope);
        }
    }

    private static void check(double lambda) {
        checkArgument(
                lambda >= 0 && lambda < Double.POSITIVE_INFINITY,
                "weight decay %s is negative or not a number",
                lambda);
    }
}
