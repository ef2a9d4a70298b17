package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** The threshold that a {@link ThresholdRule} chose, or the reason why it could not. */
public sealed interface ThresholdChoice permits Threshold, ThresholdChoice.Undefined {

    /**
     * No threshold was chosen.
     *
     * @param reason why, in words for the reader of a report
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

    /** The threshold, or empty if there is none. */
    Optional<Threshold> threshold();

    /** The reason why there is no threshold, or empty if there is one. */
    Optional<String> undefinedBecause();

    /**
     * The threshold; one half, with the reason in its rule, if none was chosen. For a model file,
     * which must have one. To judge, use {@link #threshold()}: what needs a threshold is undefined
     * without it.
     */
    Threshold orHalf();

    /** One line of text: the threshold and where it comes from, or why there is none. */
    String toText();
}
