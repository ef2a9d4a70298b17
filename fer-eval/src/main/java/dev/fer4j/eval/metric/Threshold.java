package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.fer4j.core.Label;
import java.util.Locale;
import java.util.Optional;

/**
 * From which score on a sample is called positive, and where that number comes from. It is frozen:
 * chosen once, on validation data, and then applied to test data as it is.
 *
 * @param value a sample is called positive if its score is at least this; finite
 * @param rule how it was chosen, in words
 * @param validation its performance on the data on which it was chosen; empty if no data chose it
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

    /** A threshold that nothing chose. */
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

    /** What a sample of this score is called. */
    public Label label(double score) {
        return score >= value ? Label.POSITIVE : Label.NOT_INTERESTED;
    }

    /** What chose it and what it does on the validation data, in words. */
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
