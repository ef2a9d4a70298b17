package dev.fer4j.data.composition;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/**
 * A check for one kind of leak: content that must not occur in more than one split.
 *
 * @param kind what was compared
 * @param compared the number of distinct items compared; for near-duplicates, the number of images
 * @param found the number of items in more than one split; for near-duplicates, the number of pairs
 * @param leaks each such item with its splits, in a fixed order; at most the first {@value
 *     NearDuplicates#LISTED} pairs of near-duplicates
 * @param allowed the reason for allowing such leaks, if they are allowed; see {@link
 *     LeakageGate#withAllowed}
 */
public record LeakageCheck(
        LeakageKind kind, int compared, long found, List<String> leaks, Optional<String> allowed) {

    /** The maximum number of leaks that a message lists. */
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

    /** Creates a check that lists all leaks found, none of them allowed. */
    static LeakageCheck of(LeakageKind kind, int compared, List<String> leaks) {
        return new LeakageCheck(kind, compared, leaks.size(), leaks, Optional.empty());
    }

    /** Creates a check for near-duplicates, none of them allowed. */
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

    /** The numbers found and compared, for use in sentences. */
    String tally() {
        return switch (kind) {
            case NEAR_DUPLICATE ->
                    found + " pairs among " + compared + " images occur in two splits";
            case SIMILAR_PARTICIPANT ->
                    found + " groups among " + compared + " ids occur in different splits";
            default -> found + " of " + compared + " occur in more than one split";
        };
    }

    /** Lists the leaks, abbreviated. */
    String examples() {
        return leaks.stream().limit(EXAMPLES).collect(joining(", "))
                + (found > EXAMPLES ? ", …" : "");
    }
}
