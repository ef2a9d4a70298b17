package dev.fer4j.data.describe;

import dev.fer4j.core.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains why a category has a different number of recordings than expected. */
final class RecordingReason {

    private final CategoryFindings found;
    private final ExpectedProfile profile;
    private final List<String> ids;
    private final int expected;
    private final Evidence evidence = new Evidence();

    private RecordingReason(
            CategoryFindings found, ExpectedProfile profile, List<String> ids, int expected) {
        this.found = found;
        this.profile = profile;
        this.ids = ids;
        this.expected = expected;
    }

    /**
     * Returns the reason for a non-zero difference.
     *
     * @param ids the expected participants; may be empty
     */
    static String of(
            CategoryFindings found, ExpectedProfile profile, List<String> ids, int expected) {
        RecordingReason reason = new RecordingReason(found, profile, ids, expected);
        reason.collect();
        return reason.evidence.reason(found.recordings().size() - expected);
    }

    private void collect() {
        boolean byFolder = otherUnit();
        Map<Problem.Kind, Integer> leftOut = found.leftOut(byFolder);
        int counted = evidence.rest(found.recordings().size());
        int whole = counted + CategoryFindings.sum(leftOut.values());
        Optional<KnownDifference> known = profile.known(found.category(), whole);
        if (counted < expected || known.isPresent()) {
            leftOut.forEach((kind, count) -> evidence.add(count + " " + words(kind), -count));
        }
        known.ifPresent(one -> evidence.add(one.reason(), one.recordings() - expected));
        if (isShort()) {
            folders();
        }
    }

    private boolean isShort() {
        return evidence.rest(found.recordings().size() - expected) < 0;
    }

    /**
     * Adds evidence if the other recording unit fits the expected number better. Returns whether
     * files are recordings and the number of all folders, used or not, is closer to it.
     */
    private boolean otherUnit() {
        int recordings = found.recordings().size();
        int clips = found.clips();
        int folders = found.folders().size();
        int wholeFolders = folders + CategoryFindings.sum(found.leftOut(true).values());
        if (found.countsFiles()
                && Math.abs(wholeFolders - expected) < Math.abs(recordings - expected)) {
            evidence.add(
                    recordings + " clip files; one folder each would give " + folders,
                    recordings - folders);
            return true;
        }
        if (recordings == folders && recordings != clips && clips == expected) {
            evidence.add(
                    folders + " folders; one recording per clip file would give " + clips,
                    recordings - clips);
        }
        return false;
    }

    private void folders() {
        if (found.emptyFolders() > 0) {
            evidence.add("folders without a clip: " + found.emptyFolders(), -found.emptyFolders());
        }
        if (isShort() && found.emptyBranches() > 0) {
            evidence.addOpen("empty folders of participants or ads");
        }
        if (isShort() && found.misplaced() > 0) {
            evidence.addOpen("outside the layout: " + found.misplaced() + " folders or clips");
        }
        if (found.items().isEmpty() && found.problems().isEmpty()) {
            evidence.addOpen(
                    "no folder of this category"
                            + (found.unknownFolders().isEmpty()
                                    ? ""
                                    : ", and none is known as "
                                            + String.join(", ", found.unknownFolders())));
            return;
        }
        ParticipantIds absent = ParticipantReason.withoutFolder(found, ids);
        if (isShort() && !absent.isEmpty()) {
            evidence.addOpen("no folder of participants " + absent);
        }
    }

    private static String words(Problem.Kind kind) {
        return switch (kind) {
            case NO_LABEL -> "without a label in the questionnaire";
            case UNKNOWN_LABEL -> "with a label that is neither yes nor no";
            case DUPLICATE -> "ambiguous: an id that occurs twice, or rows that disagree";
            case UNUSED -> "without a clip that is short enough";
            default -> "left out (" + kind + ")";
        };
    }
}
