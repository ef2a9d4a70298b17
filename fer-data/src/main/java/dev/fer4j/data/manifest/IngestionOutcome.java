package dev.fer4j.data.manifest;

import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import java.util.List;

/**
 * The result of ingesting one recording or still: its samples, or the problem that prevents its
 * use. If it is used, there may be problems that do not prevent that.
 *
 * @param note the note for the progress update
 */
record IngestionOutcome(List<Sample> samples, List<Problem> problems, String note) {

    IngestionOutcome {
        samples = List.copyOf(samples);
        problems = List.copyOf(problems);
    }

    static IngestionOutcome used(List<Sample> samples, String note) {
        return new IngestionOutcome(samples, List.of(), note);
    }

    /** Returns a copy with problems that do not prevent its use. */
    IngestionOutcome although(List<Problem> found) {
        return new IngestionOutcome(samples, found, note);
    }

    static IngestionOutcome quarantined(Problem problem) {
        return new IngestionOutcome(List.of(), List.of(problem), problem.message());
    }
}
