package dev.fer4j.train.state;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A state to resume from: the content of a {@link CapturedState}.
 *
 * @param json the JSON, unchanged
 * @param tensors returns a tensor's bytes by name, little endian, from position to limit; called
 *     once per tensor when training starts
 */
public record SavedState(String json, Function<String, ByteBuffer> tensors) {

    public SavedState {
        requireNonNull(json);
        requireNonNull(tensors);
    }

    /** Wraps a captured state, which must stay open while this is used. */
    public static SavedState of(CapturedState state) {
        Map<String, Tensor> byName =
                state.tensors().stream().collect(toImmutableMap(Tensor::name, t -> t));
        return new SavedState(
                state.json(),
                name ->
                        Optional.ofNullable(byName.get(name))
                                .orElseThrow(
                                        () -> new IllegalArgumentException("no tensor " + name))
                                .data()
                                .get());
    }
}
