package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** The threshold chosen by a {@link ThresholdRule}, or the reason why none was. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Threshold.class),
    @JsonSubTypes.Type(ThresholdChoice.Undefined.class)
})
public sealed interface ThresholdChoice permits Threshold, ThresholdChoice.Undefined {

    /**
     * No threshold was chosen.
     *
     * @param reason the reason, in words, for readers of a report
     */
    record Undefined(@JsonProperty("undefinedBecause") String reason) implements ThresholdChoice {
        public Undefined {
            checkArgument(!reason.isBlank(), "a threshold that is not chosen needs its reason");
        }

        @Override
        public Optional<Threshold> threshold() {
            return Optional.empty();
        }

        @Override
        public Optional<String> undefinedBecause() {
            return Optional.of(reason);
        }

        @Override
        public Threshold orHalf() {
            return new Threshold(
                    Threshold.HALF.value(), "one half, since " + reason, Optional.empty());
        }

        @Override
        public String toText() {
            return "undefined: " + reason;
        }
    }

    /** The threshold, or empty if none was chosen. */
    Optional<Threshold> threshold();

    /** The reason why no threshold was chosen, or empty if one was. */
    Optional<String> undefinedBecause();

    /**
     * The threshold; one half, with the reason in its rule, if none was chosen. For model files,
     * which need one. For evaluation use {@link #threshold()}: without one, metrics that need it
     * are undefined.
     */
    Threshold orHalf();

    /** One line of text: the threshold and its origin, or why there is none. */
    String toText();
}
