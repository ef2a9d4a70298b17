package dev.fer4j.data.describe;

import com.google.common.collect.Sets;
import java.util.List;
import java.util.Set;

/** Explains why a category has a different number of participants than expected. */
final class ParticipantReason {

    private ParticipantReason() {}

    /**
     * Returns the reason for a non-zero difference.
     *
     * @param ids the expected participants; if empty, there is no evidence
     */
    static String of(CategoryFindings found, List<String> ids, int difference) {
        Evidence evidence = new Evidence();
        if (!ids.isEmpty()) {
            ParticipantIds absent = withoutFolder(found, ids);
            if (!absent.isEmpty()) {
                evidence.add("no folder of " + absent, -absent.size());
            }
            ParticipantIds unusable = withoutRecording(found, ids);
            if (!unusable.isEmpty()) {
                evidence.add("nothing usable of " + unusable, -unusable.size());
            }
            Set<String> more = Sets.difference(found.participants(), Set.copyOf(ids));
            if (!more.isEmpty()) {
                evidence.add("not expected: " + String.join(", ", more), more.size());
            }
        }
        return evidence.reason(difference);
    }

    /** The expected participants without a recording or a problem. */
    static ParticipantIds withoutFolder(CategoryFindings found, List<String> ids) {
        Set<String> seen = Sets.union(found.participants(), found.participantsWithProblems());
        return new ParticipantIds(ids.stream().filter(id -> !seen.contains(id)).toList());
    }

    private static ParticipantIds withoutRecording(CategoryFindings found, List<String> ids) {
        return new ParticipantIds(
                ids.stream()
                        .filter(id -> found.participantsWithProblems().contains(id))
                        .filter(id -> !found.participants().contains(id))
                        .toList());
    }
}
