package dev.fer4j.data.manifest;

import dev.fer4j.core.Problem;
import dev.fer4j.core.Sample;
import java.util.List;
import java.util.Optional;

/**
 * What became of one recording or still: its samples, or the reason why it has none; both if it is
 * used although a part of it is damaged.
 *
 * @param note what progress says of it
 */
record IngestionOutcome(List<Sample> samples, Optional<Problem> problem, String note) {

    static IngestionOutcome used(List<Sample> samples, String note) {
        return new IngestionOutcome(List.copyOf(samples), Optional.empty(), note);
    }

    /** A copy with a problem that does not keep it from being used. */
    IngestionOutcome although(Problem found) {
        return new IngestionOutcome(samples, Optional.of(found), note);
    }

    static IngestionOutcome quarantined(Problem problem) {
        return new IngestionOutcome(List.of(), Optional.of(problem), problem.message());
    }
}
