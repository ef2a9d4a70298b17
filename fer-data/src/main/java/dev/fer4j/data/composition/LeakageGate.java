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
 * Determines which leaks between splits are checked, and which of them a composition may contain.
 *
 * @param fingerprints the cache for the near-duplicate check; empty if near-duplicates are not
 *     checked
 * @param allowed the kinds of leaks that are allowed, each with the reason to be given in reports
 *     and files
 * @param strictPeople whether people in different splits whose ids are {@linkplain
 *     dev.fer4j.core.people.SimilarIds similar} are a leak like any other; otherwise they are only
 *     reported
 */
public record LeakageGate(
        Optional<FingerprintCache> fingerprints,
        Map<LeakageKind, String> allowed,
        boolean strictPeople) {

    private static final String POSSIBLY_DIFFERENT = "they may be of different people";

    public LeakageGate {
        requireNonNull(fingerprints);
        allowed = Maps.immutableEnumMap(allowed);
        allowed.forEach(
                (kind, reason) ->
                        checkArgument(
                                !reason.isBlank(), "%s is allowed without giving a reason", kind));
    }

    /** Creates a gate that only reports people with similar ids. */
    public LeakageGate(Optional<FingerprintCache> fingerprints, Map<LeakageKind, String> allowed) {
        this(fingerprints, allowed, false);
    }

    /**
     * Returns a gate that compares participants, recordings, file digests and synthetic parents
     * without reading images, and allows no leaks.
     */
    public static LeakageGate identities() {
        return new LeakageGate(Optional.empty(), Map.of());
    }

    /**
     * Returns a copy that also searches for near-duplicates, which reads every image once.
     *
     * @param cache the cache of image fingerprints, which may be shared by several compositions,
     *     even concurrently
     */
    public LeakageGate withNearDuplicates(FingerprintCache cache) {
        return new LeakageGate(Optional.of(cache), allowed, strictPeople);
    }

    /** Returns a copy for which people with similar ids in different splits are an error. */
    public LeakageGate withStrictPeople() {
        return new LeakageGate(fingerprints, allowed, true);
    }

    /**
     * Returns a copy that allows some kinds of leaks. They are still checked and counted, and
     * kinds, counts and reason are given in the composition's leakage statement and file.
     *
     * @param kinds the kinds to allow: at least one, none of which is allowed already
     * @param reason why results are still useful, for reports
     */
    public LeakageGate withAllowed(Set<LeakageKind> kinds, String reason) {
        checkArgument(!kinds.isEmpty(), "no kind of leak is named that '%s' allows", reason);
        Map<LeakageKind, String> all = new EnumMap<>(LeakageKind.class);
        all.putAll(allowed);
        for (LeakageKind kind : kinds) {
            checkArgument(
                    all.put(kind, reason) == null, "%s is allowed already: give one reason", kind);
        }
        return new LeakageGate(fingerprints, all, strictPeople);
    }

    /** The reason for which a kind of leak is allowed; empty if it is not. */
    Optional<String> reason(LeakageKind kind) {
        Optional<String> given = Optional.ofNullable(allowed.get(kind));
        return kind == LeakageKind.SIMILAR_PARTICIPANT && !strictPeople
                ? given.or(() -> Optional.of(POSSIBLY_DIFFERENT))
                : given;
    }

    /** Searches for near-duplicates, reading images that are not in the cache. */
    LeakageCheck nearDuplicates(Map<Split, List<Sample>> samples) throws IOException {
        FingerprintCache cache = fingerprints.orElseThrow();
        cache.addAll(samples.values().stream().flatMap(List::stream).toList());
        return LeakageCheck.of(
                NearDuplicates.find(samples, sample -> cache.find(sample.sha256()).orElseThrow()));
    }
}
