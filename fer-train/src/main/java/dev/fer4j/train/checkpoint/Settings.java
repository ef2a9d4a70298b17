package dev.fer4j.train.checkpoint;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * How checkpoints are kept.
 *
 * @param keep how many of the newest checkpoints to keep, at least 1
 * @param onDifference what to do with a checkpoint of a run with another identity
 */
public record Settings(int keep, OnDifference onDifference) {

    /** Keeps two checkpoints and resumes only runs with the same identity. */
    public static Settings defaults() {
        return new Settings(2, OnDifference.REFUSE);
    }

    public Settings {
        checkArgument(keep >= 1, "keep is %s", keep);
        requireNonNull(onDifference);
    }

    public Settings withKeep(int checkpoints) {
        return new Settings(checkpoints, onDifference);
    }

    /** Returns a copy that resumes a run with another identity and records the differences. */
    public Settings allowingDifferences() {
        return new Settings(keep, OnDifference.ALLOW);
    }

    /** Whether a run with another identity is resumed. */
    public boolean allowDifferences() {
        return onDifference == OnDifference.ALLOW;
    }
}
