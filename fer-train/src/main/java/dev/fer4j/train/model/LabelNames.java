package dev.fer4j.train.model;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.core.Label;

/**
 * The names of a model's two classes.
 *
 * @param negative the class of low probabilities
 * @param positive the class that high logits indicate
 */
public record LabelNames(String negative, String positive) {

    /** The paper's. */
    public static final LabelNames INTEREST =
            new LabelNames(Label.NOT_INTERESTED.name(), Label.INTERESTED.name());

    public LabelNames {
        checkArgument(
                !negative.isBlank() && !positive.isBlank() && !negative.equals(positive),
                "'%s' and '%s' are not names of two classes",
                negative,
                positive);
    }

    /** The name of a label. */
    public String of(Label label) {
        return label == Label.POSITIVE ? positive : negative;
    }
}
