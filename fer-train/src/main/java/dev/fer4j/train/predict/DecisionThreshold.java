package dev.fer4j.train.predict;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Label;

/**
 * From which probability on the positive class is said. It is chosen on validation images and then
 * stays as it is.
 *
 * @param probability in [0, 1]
 * @param rule what chose it, in words
 */
public record DecisionThreshold(double probability, String rule) {

    /** One half, which nothing chose. */
    public static final DecisionThreshold HALF =
            new DecisionThreshold(0.5, "one half, not chosen on validation images");

    /** Checks the range. */
    public DecisionThreshold {
        checkArgument(
                probability >= 0 && probability <= 1, "threshold %s is not in [0, 1]", probability);
        checkArgument(!rule.isBlank(), "a threshold says what chose it");
    }

    /** The label of a probability: positive if it reaches the threshold. */
    public Label label(double positiveProbability) {
        return positiveProbability >= probability ? Label.POSITIVE : Label.NOT_INTERESTED;
    }
}
