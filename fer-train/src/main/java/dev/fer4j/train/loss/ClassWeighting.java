package dev.fer4j.train.loss;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where a training's class weights come from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClassWeighting.None.class, name = "none"),
    @JsonSubTypes.Type(value = ClassWeighting.Balanced.class, name = "balanced"),
    @JsonSubTypes.Type(value = ClassWeighting.Given.class, name = "given")
})
public sealed interface ClassWeighting {

    /**
     * The weights.
     *
     * @param negatives items of the negative class in the training list of that condition
     * @param positives items of the positive class in it
     */
    ClassWeights weights(long negatives, long positives);

    /** Both classes count alike, as in the paper. */
    record None() implements ClassWeighting {
        @Override
        public ClassWeights weights(long negatives, long positives) {
            return ClassWeights.EQUAL;
        }
    }

    /** {@link ClassWeights#balanced} from the training list of that condition, and nothing else. */
    record Balanced() implements ClassWeighting {
        @Override
        public ClassWeights weights(long negatives, long positives) {
            return ClassWeights.balanced(negatives, positives);
        }
    }

    /**
     * Given ones.
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
