package dev.fer4j.train.optim;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.nn.Parameter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Weight decay. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WeightDecay.None.class, name = "none"),
    @JsonSubTypes.Type(value = WeightDecay.L2.class, name = "l2"),
    @JsonSubTypes.Type(value = WeightDecay.Decoupled.class, name = "decoupled")
})
public sealed interface WeightDecay {

    /** The parameters that decay, which the paper does not state. */
    enum Scope {
        /** Weights of convolutions and dense layers only, the usual choice. */
        WEIGHTS,
        /** Also biases and the scales and shifts of batch normalization. */
        ALL;

        boolean includes(Parameter.Type type) {
            return this == ALL || type == Parameter.Type.WEIGHT;
        }
    }

    /** λ; 0 for no decay. */
    double lambda();

    /** The parameters that decay. */
    Scope scope();

    /** No weight decay. */
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
     * The paper's λ‖θ‖² in the loss: its gradient 2λθ is added to that of the batch and thus enters
     * Adam's moments.
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
     * scaled by the learning rate as in PyTorch: each update multiplies weights by {@code 1 − rate
     * · λ}, independently of Adam's moments.
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
