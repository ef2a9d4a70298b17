package dev.fer4j.train.model;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The origin of a model's weights.
 *
 * @param condition title of the condition in which it was trained, if known
 * @param seed root seed of that training
 * @param bestEpoch the epoch whose weights these are, from 1
 * @param notes further information, by name
 */
public record TrainedOn(
        Optional<String> condition,
        Optional<Long> seed,
        Optional<Integer> bestEpoch,
        Map<String, String> notes) {

    /** Unknown origin. */
    public static final TrainedOn UNKNOWN =
            new TrainedOn(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public TrainedOn {
        requireNonNull(condition);
        requireNonNull(seed);
        bestEpoch.ifPresent(epoch -> checkArgument(epoch >= 1, "epoch %s", epoch));
        notes = ImmutableSortedMap.copyOf(notes);
    }

    /** Returns a copy with an additional note, which replaces one of the same name. */
    public TrainedOn withNote(String name, String text) {
        Map<String, String> more = new TreeMap<>(notes);
        more.put(name, text);
        return new TrainedOn(condition, seed, bestEpoch, more);
    }
}
