package dev.fer4j.data.manifest;

import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import java.util.List;
import java.util.Optional;

/**
 * The result of ingesting one recording or still: its samples, or the problem that prevents its
 * use; both if it is used although partly damaged.
 *
 * @param note the note for the progress update
 */
record IngestionOutcome(List<Sample> samples, Optional<Problem> problem, String note) {

    static IngestionOutcome used(List<Sample> samples, String note) {
        return new IngestionOutcome(List.copyOf(samples), Optional.empty(), note);
    }

    /** Returns a copy with a problem that does not prevent its use. */
    IngestionOutcome although(Problem found) {
        return new IngestionOutcome(samples, Optional.of(found), note);
    }

    static IngestionOutcome quarantined(Problem problem) {
        return new IngestionOutcome(List.of(), Optional.of(problem), problem.message());
    }
}
