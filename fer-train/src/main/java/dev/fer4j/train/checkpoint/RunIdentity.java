package dev.fer4j.train.checkpoint;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Utf8;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The identity of a run. A training is resumed only under the same identity, since a different one
 * would lead to a different result.
 *
 * @param entries entries by name, such as {@code config.learningRate} → {@code 1e-4}, {@code data}
 *     → a SHA-256, {@code threads} → {@code 2}, and the versions of library and engine
 */
public record RunIdentity(SortedMap<String, String> entries) {

    /** Maximum total length of names and values, in bytes of UTF-8. */
    public static final int LONGEST = 1 << 18;

    /**
     * Copies the entries, ordered by name.
     *
     * @throws IllegalArgumentException if they are longer than {@link #LONGEST}
     */
    public RunIdentity {
        entries = ImmutableSortedMap.copyOf(entries);
        long length =
                entries.entrySet().stream()
                        .mapToLong(
                                entry ->
                                        (long) Utf8.encodedLength(entry.getKey())
                                                + Utf8.encodedLength(entry.getValue()))
                        .sum();
        checkArgument(length <= LONGEST, "the identity has %s bytes", length);
    }

    /**
     * Lists the entries that differ, ordered by name.
     *
     * @param now the identity of the run that would resume a checkpoint of this one
     * @return for example {@code threads: 2 in the checkpoint, 4 now}; empty if they are equal
     */
    public List<String> differences(RunIdentity now) {
        TreeSet<String> names = new TreeSet<>(entries.keySet());
        names.addAll(now.entries.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            Optional<String> then = Optional.ofNullable(entries.get(name));
            Optional<String> today = Optional.ofNullable(now.entries.get(name));
            if (!then.equals(today)) {
                differences.add(
                        "%s: %s in the checkpoint, %s now"
                                .formatted(name, then.orElse("absent"), today.orElse("absent")));
            }
        }
        return List.copyOf(differences);
    }
}
