package dev.fer4j.data.composition;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/**
 * A kind of content that must not occur in more than one split, and where it does.
 *
 * @param kind what was compared
 * @param compared how many different ones there are; for near-duplicates, how many images
 * @param found how many of them occur in more than one split; for near-duplicates, how many pairs
 * @param leaks each of those with its splits, in a fixed order; of more than {@value
 *     NearDuplicates#LISTED} near-duplicate pairs the first ones only
 * @param allowed the reason why such leaks were allowed, if they were; see {@link
 *     LeakageGate#withAllowed}
 */
public record LeakageCheck(
        LeakageKind kind, int compared, long found, List<String> leaks, Optional<String> allowed) {

    /** How many leaks a message lists at most. */
    private static final int EXAMPLES = 20;

    public LeakageCheck {
        requireNonNull(kind);
        requireNonNull(allowed);
        leaks = List.copyOf(leaks);
        checkArgument(
                leaks.size() <= found && leaks.isEmpty() == (found == 0),
                "%s leaks are listed, %s were found",
                leaks.size(),
                found);
    }

    /** A check that lists all leaks that it found, none of them allowed. */
    static LeakageCheck of(LeakageKind kind, int compared, List<String> leaks) {
        return new LeakageCheck(kind, compared, leaks.size(), leaks, Optional.empty());
    }

    /** A check of near-duplicates, none of them allowed. */
    static LeakageCheck of(NearDuplicates duplicates) {
        return new LeakageCheck(
                LeakageKind.NEAR_DUPLICATE,
                duplicates.images(),
                duplicates.found(),
                duplicates.pairs().stream().map(NearDuplicates.Pair::text).toList(),
                Optional.empty());
    }

    /** Whether there is a leak that was not allowed. */
    boolean stops() {
        return found > 0 && allowed.isEmpty();
    }

    /** How many there are and how many are compared, for sentences. */
    String tally() {
        return kind == LeakageKind.NEAR_DUPLICATE
                ? found + " pairs among " + compared + " images occur in two splits"
                : found + " of " + compared + " occur in more than one split";
    }

    /** The leaks themselves, shortened. */
    String examples() {
        return leaks.stream().limit(EXAMPLES).collect(joining(", "))
                + (found > EXAMPLES ? ", …" : "");
    }
}
