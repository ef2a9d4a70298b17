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
record Outcome(List<Sample> samples, Optional<Problem> problem, String note) {

    static Outcome used(List<Sample> samples, String note) {
        return new Outcome(List.copyOf(samples), Optional.empty(), note);
    }

    /** A copy with a problem that does not keep it from being used. */
    Outcome although(Problem found) {
        return new Outcome(samples, Optional.of(found), note);
    }

    static Outcome quarantined(Problem problem) {
        return new Outcome(List.of(), Optional.of(problem), problem.message());
    }
}
