package dev.fer4j.train.loss;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the class weights of a training are determined. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClassWeighting.None.class, name = "none"),
    @JsonSubTypes.Type(value = ClassWeighting.Balanced.class, name = "balanced"),
    @JsonSubTypes.Type(value = ClassWeighting.Given.class, name = "given")
})
public sealed interface ClassWeighting {

    /**
     * Returns the weights.
     *
     * @param negatives number of items of the negative class in the training list
     * @param positives number of items of the positive class in the training list
     */
    ClassWeights weights(long negatives, long positives);

    /** Equal weights, as in the paper. */
    record None() implements ClassWeighting {
        @Override
        public ClassWeights weights(long negatives, long positives) {
            return ClassWeights.EQUAL;
        }
    }

    /** {@link ClassWeights#balanced}, from the training list only. */
    record Balanced() implements ClassWeighting {
        @Override
        public ClassWeights weights(long negatives, long positives) {
            return ClassWeights.balanced(negatives, positives);
        }
    }

    /**
     * Fixed weights.
     *
     * @param given the weights
     */
    record Given(ClassWeights given) implements ClassWeighting {
        public Given {
            requireNonNull(given);
        }

        @Override
        public ClassWeights weights(long negatives, long positives) {
            return given;
        }
    }
}
