package dev.fer4j.train.state;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A state to resume from: what {@link CapturedState} held.
 *
 * @param json as it was
 * @param tensors gives a tensor's bytes by its name, little endian, from position to limit; asked
 *     for once each while training starts
 */
public record SavedState(String json, Function<String, ByteBuffer> tensors) {

    public SavedState {
        requireNonNull(json);
        requireNonNull(tensors);
    }

    /** A captured one, which stays open while this is used. */
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
