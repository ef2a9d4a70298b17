package dev.fer4j.data.describe;

import static dev.fer4j.data.describe.Evidence.recordings;
import static dev.fer4j.data.describe.Evidence.signed;

import dev.fer4j.data.source.Recording;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Explains why a category has a different prevalence than expected. */
final class PrevalenceReason {

    private PrevalenceReason() {}

    /**
     * Returns the reason for a non-zero difference.
     *
     * @param expected the expected category, which must have a prevalence
     */
    static String of(CategoryFindings found, ExpectedCategory expected) {
        if (expected.recordings().isEmpty() || found.items().isEmpty()) {
            return ProfileComparison.UNEXPLAINED;
        }
        int expectedItems = expected.recordings().get();
        int more = found.items().size() - expectedItems;
        int interested =
                (int)
                        (found.interested()
                                - Math.round(expected.prevalence().orElseThrow() * expectedItems));
        if (more == 0) {
            return sharedLabels(found, interested);
        }
        boolean possible =
                more > 0
                        ? interested >= 0 && interested <= more
                        : interested <= 0 && interested >= more;
        return possible
                ? recordings(more) + ", of them " + Math.abs(interested) + " interested"
                : "%s: %s cannot make %s interested"
                        .formatted(
                                ProfileComparison.UNEXPLAINED,
                                recordings(more),
                                signed(interested));
    }

    private static String sharedLabels(CategoryFindings found, int interested) {
        List<Recording> recordings = found.recordings();
        boolean known = recordings.stream().allMatch(recording -> recording.ad().isPresent());
        if (!known || recordings.isEmpty()) {
            return ProfileComparison.UNEXPLAINED;
        }
        Map<String, Long> byLabel =
                recordings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.participant() + "/" + one.ad().orElseThrow(),
                                        Collectors.counting()));
        long most = byLabel.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return ("%s interested; a label belongs to a participant and ad: %s "
                        + "recordings share %s, one up to %s")
                .formatted(signed(interested), recordings.size(), byLabel.size(), most);
    }
}
