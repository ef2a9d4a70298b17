package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Optional;
import java.util.function.Function;

/**
 * The result of a test or an estimate, or the reason why it is undefined for these data. It is the
 * counterpart of {@link dev.fer4j.eval.metric.Outcome} for results of more than one number.
 *
 * @param <T> the type of the result
 */
@JsonDeserialize(using = FindingJson.class)
public sealed interface Finding<T> permits Finding.Defined, Finding.Undefined {

    /**
     * A defined result, serialized to JSON as the result itself.
     *
     * @param found the result
     */
    record Defined<T>(@JsonValue T found) implements Finding<T> {
        public Defined {
            requireNonNull(found);
        }

        @Override
        public Optional<T> result() {
            return Optional.of(found);
        }

        @Override
        public Optional<String> undefinedBecause() {
            return Optional.empty();
        }
    }

    /**
     * An undefined result.
     *
     * @param reason the reason, in words for readers of a report
     */
    record Undefined<T>(@JsonProperty("undefinedBecause") String reason) implements Finding<T> {
        public Undefined {
            checkArgument(!reason.isBlank(), "an undefined finding needs its reason");
        }

        @Override
        public Optional<T> result() {
            return Optional.empty();
        }

        @Override
        public Optional<String> undefinedBecause() {
            return Optional.of(reason);
        }
    }

    /** Returns a defined result. */
    static <T> Finding<T> of(T result) {
        return new Defined<>(result);
    }

    /** Returns an undefined result with its reason. */
    static <T> Finding<T> undefined(String reason) {
        return new Undefined<>(reason);
    }

    /** The result, or empty if it is undefined. */
    Optional<T> result();

    /** The reason why the result is undefined, or empty if it is defined. */
    Optional<String> undefinedBecause();

    /** Applies a function to the result; undefined for the same reason if this is. */
    default <R> Finding<R> map(Function<? super T, R> function) {
        return flatMap(result -> of(function.apply(result)));
    }

    /** Applies a function whose own result may be undefined. */
    default <R> Finding<R> flatMap(Function<? super T, Finding<R>> function) {
        return result().map(function).orElseGet(() -> undefined(undefinedBecause().orElseThrow()));
    }

    /** One line of text: the result in words, or {@code undefined: } and the reason. */
    default String toText(Function<? super T, String> words) {
        return result().map(words)
                .orElseGet(() -> "undefined: " + undefinedBecause().orElseThrow());
    }
}
