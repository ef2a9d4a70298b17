package dev.fer4j.eval.inference;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a test or an estimate found, or the reason why it can find nothing with these data. It is to
 * results of many numbers what {@link dev.fer4j.eval.metric.Outcome} is to a single one.
 *
 * @param <T> what is found
 */
public sealed interface Finding<T> permits Finding.Defined, Finding.Undefined {

    /**
     * There is a result. In JSON it is written as itself.
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
     * There is none.
     *
     * @param reason why, in words for the reader of a report
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

    /** A result. */
    static <T> Finding<T> of(T result) {
        return new Defined<>(result);
    }

    /** No result, and why. */
    static <T> Finding<T> undefined(String reason) {
        return new Undefined<>(reason);
    }

    /** The result, or empty if there is none. */
    Optional<T> result();

    /** The reason why there is no result, or empty if there is one. */
    Optional<String> undefinedBecause();

    /** Something made of the result; undefined for the same reason if there is none. */
    default <R> Finding<R> map(Function<? super T, R> function) {
        return flatMap(result -> of(function.apply(result)));
    }

    /** Something made of the result that may be undefined itself. */
    default <R> Finding<R> flatMap(Function<? super T, Finding<R>> function) {
        return result().map(function).orElseGet(() -> undefined(undefinedBecause().orElseThrow()));
    }

    /** One line of text: the result in words, or {@code undefined: } and the reason. */
    default String toText(Function<? super T, String> words) {
        return result().map(words)
                .orElseGet(() -> "undefined: " + undefinedBecause().orElseThrow());
    }
}
