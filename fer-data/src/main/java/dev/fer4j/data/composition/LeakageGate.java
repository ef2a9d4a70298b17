package dev.fer4j.data.composition;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import dev.fer4j.core.Sample;
import dev.fer4j.core.design.Split;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which leaks between splits are checked, and which of them do not stop a composition.
 *
 * @param fingerprints where near-duplicates are looked up; empty if they are not checked
 * @param allowed the kinds of leak that do not stop a composition, each with the reason that its
 *     reports and files repeat
 */
public record LeakageGate(
        Optional<FingerprintCache> fingerprints, Map<LeakageKind, String> allowed) {

    public LeakageGate {
        requireNonNull(fingerprints);
        allowed = Maps.immutableEnumMap(allowed);
        allowed.forEach(
                (kind, reason) ->
                        checkArgument(
                                !reason.isBlank(), "%s is allowed without giving a reason", kind));
    }

    /**
     * Compares participants, recordings, file contents and synthetic parents, reads no image, and
     * lets nothing pass.
     */
    public static LeakageGate identities() {
        return new LeakageGate(Optional.empty(), Map.of());
    }

    /**
     * Returns a copy that also searches for near-duplicates, which reads every image once.
     *
     * @param cache keeps fingerprints of images; one cache may serve several compositions, also
     *     concurrently
     */
    public LeakageGate withNearDuplicates(FingerprintCache cache) {
        return new LeakageGate(Optional.of(cache), allowed);
    }

    /**
     * Returns a copy that allows some kinds of leaks. They are still checked and counted, and the
     * composition's leakage statement and file give kinds, counts and reason.
     *
     * @param kinds at least one, none of them allowed before
     * @param reason why results are still worth having, for the reports
     */
    public LeakageGate withAllowed(Set<LeakageKind> kinds, String reason) {
        checkArgument(!kinds.isEmpty(), "no kind of leak is named that '%s' allows", reason);
        Map<LeakageKind, String> all = new EnumMap<>(LeakageKind.class);
        all.putAll(allowed);
        for (LeakageKind kind : kinds) {
            checkArgument(
                    all.put(kind, reason) == null, "%s is allowed already: give one reason", kind);
        }
        return new LeakageGate(fingerprints, all);
    }

    /** Looks for near-duplicates, reading the images that the cache does not know. */
    LeakageCheck nearDuplicates(Map<Split, List<Sample>> samples) throws IOException {
        FingerprintCache cache = fingerprints.orElseThrow();
        cache.addAll(samples.values().stream().flatMap(List::stream).toList());
        return LeakageCheck.of(
                NearDuplicates.find(samples, sample -> cache.find(sample.sha256()).orElseThrow()));
    }
}
