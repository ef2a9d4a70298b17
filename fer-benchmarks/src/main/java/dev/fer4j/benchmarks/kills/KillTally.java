package dev.fer4j.benchmarks.kills;

import dev.fer4j.benchmarks.RatioTable;
import dev.fer4j.train.KillTrial.Outcome;
import dev.fer4j.train.checkpoint.StateDigest;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The outcomes of trainings that were killed in one way.
 *
 * @param way description for the table
 * @param undisturbed final state of the uninterrupted training
 */
record KillTally(String way, List<Outcome> outcomes, StateDigest undisturbed) {

    KillTally {
        outcomes = List.copyOf(outcomes);
    }

    static RatioTable table() {
        return new RatioTable(
                "ended by",
                "trainings",
                "done before",
                "checkpoints intact",
                "weights equal",
                "optimizer equal",
                "history equal",
                "longest end");
    }

    void addTo(RatioTable table) {
        table.row(
                way,
                Integer.toString(outcomes.size()),
                count(outcome -> outcome.status() == 0),
                count(Outcome::intact),
                equal(StateDigest::weights),
                equal(StateDigest::optimizer),
                equal(StateDigest::history),
                longest().toMillis() + " ms");
    }

    /** Whether all trainings were resumed without loss. */
    boolean isClean() {
        return outcomes.stream()
                .allMatch(outcome -> outcome.intact() && outcome.end().equals(undisturbed));
    }

    private Duration longest() {
        return outcomes.stream()
                .map(Outcome::ending)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private String equal(Function<StateDigest, String> digest) {
        return count(outcome -> digest.apply(outcome.end()).equals(digest.apply(undisturbed)));
    }

    private String count(Predicate<Outcome> which) {
        return Long.toString(outcomes.stream().filter(which).count());
    }
}
