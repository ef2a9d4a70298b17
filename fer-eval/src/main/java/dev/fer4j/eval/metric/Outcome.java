package dev.fer4j.eval.metric;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * A metric's value, or the reason why it is undefined. An undefined metric, such as the ROC AUC of
 * samples of one class, is never represented by NaN or a substitute such as 0.5.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(Outcome.Defined.class),
    @JsonSubTypes.Type(Outcome.Undefined.class)
})
public sealed interface Outcome permits Outcome.Defined, Outcome.Undefined {

    /**
     * A defined value.
     *
     * @param number the value; finite
     */
    record Defined(@JsonProperty("value") double number) implements Outcome {
        public Defined {
            checkArgument(Double.isFinite(number), "%s is not a value of a metric", number);
        }

        @Override
        public Optional<Double> value() {
            return Optional.of(number);
        }

        @Override
        public Optional<String> undefinedBecause() {
            return Optional.empty();
        }
    }

    /**
     * An undefined value.
     *
     * @param reason the reason, in words, for readers of a report
     */
    record Undefined(@JsonProperty("undefinedBecause") String reason) implements Outcome {
        public Undefined {
            checkArgument(!reason.isBlank(), "an undefined metric needs its reason");
        }

        @Override
        public Optional<Double> value() {
            return Optional.empty();
        }

        @Override
        public Optional<String> undefinedBecause() {
            return Optional.of(reason);
        }
    }

    /** Returns a defined value, which must be finite. */
    static Outcome of(double value) {
        return new Defined(value);
    }

    /** Returns an undefined value with its reason. */
    static Outcome undefined(String reason) {
        return new Undefined(reason);
    }

    /**
     * Returns a share.
     *
     * @param count the part of the whole
     * @param whole the whole; if it is 0 the share is undefined
     * @param whyNone the reason if the whole is 0
     */
    static Outcome ratio(long count, long whole, String whyNone) {
        return whole == 0 ? undefined(whyNone) : of((double) count / whole);
    }

    /** The value, or empty if it is undefined. */
    Optional<Double> value();

    /** The reason why the value is undefined, or empty if it is defined. */
    Optional<String> undefinedBecause();

    /**
     * Applies a function to this value and another; undefined if either is, with the first reason.
     *
     * @param function must return a finite value
     */
    default Outcome with(Outcome other, DoubleBinaryOperator function) {
        return undefinedBecause()
                .or(other::undefinedBecause)
                .map(Outcome::undefined)
                .orElseGet(
                        () ->
                                of(
                                        function.applyAsDouble(
                                                value().orElseThrow(),
                                                other.value().orElseThrow())));
    }

    /**
     * The value with a fixed number of decimals and a decimal point whatever the locale, or the
     * word {@code undefined}.
     *
     * @param decimals 0 or more
     */
    default String format(int decimals) {
        return value().map(v -> String.format(Locale.ROOT, "%." + decimals + "f", v))
                .orElse("undefined");
    }
}
