package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fer4j.core.Label;
import java.util.Locale;
import java.util.Optional;

/**
 * The score at or above which a sample is classified as positive, and its origin. It is chosen
 * once, on validation data, and then applied to test data unchanged.
 *
 * @param value a sample is classified as positive if its score is at least this; finite
 * @param rule how it was chosen, in words
 * @param validation its performance on the data on which it was chosen; empty if it was not chosen
 *     on data
 */
public record Threshold(
        @JsonProperty("threshold") double value, String rule, Optional<ConfusionMatrix> validation)
        implements ThresholdChoice {

    /** One half, above which the positive class is the more probable one. */
    public static final Threshold HALF = fixed(0.5);

    public Threshold {
        checkArgument(Double.isFinite(value), "the threshold is %s", value);
        checkArgument(!rule.isBlank(), "a threshold must say how it was chosen");
        requireNonNull(validation);
    }

    /** A threshold that was not chosen on data. */
    public static Threshold fixed(double value) {
        return new Threshold(value, "fixed beforehand", Optional.empty());
    }

    @Override
    public Optional<Threshold> threshold() {
        return Optional.of(this);
    }

    @Override
    public Optional<String> undefinedBecause() {
        return Optional.empty();
    }

    @Override
    public Threshold orHalf() {
        return this;
    }

    /** The predicted label of a sample with this score. */
    public Label label(double score) {
        return score >= value ? Label.POSITIVE : Label.NOT_INTERESTED;
    }

    /** How it was chosen and its performance on the validation data, in words. */
    public String origin() {
        return rule + validation.map(Threshold::toText).orElse("");
    }

    @Override
    public String toText() {
        return String.format(Locale.ROOT, "%.4g, %s", value, origin());
    }

    private static String toText(ConfusionMatrix matrix) {
        return String.format(
                Locale.ROOT,
                " on %d validation cases, %d of them positive (recall %s, specificity %s)",
                matrix.truePositives()
                        + matrix.falsePositives()
                        + matrix.trueNegatives()
                        + matrix.falseNegatives(),
                matrix.truePositives() + matrix.falseNegatives(),
                matrix.recall().format(3),
                matrix.specificity().format(3));
    }
}
