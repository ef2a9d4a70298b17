package dev.fer4j.train.checkpoint;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * How checkpoints are kept.
 *
 * @param keep how many of the newest checkpoints to keep, at least 1
 * @param onDifference what to do with a checkpoint of another run
 */
public record Settings(int keep, OnDifference onDifference) {

    /** Keeps two, and resumes only the same run. */
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

    /** Returns a copy that resumes a checkpoint of another run and records the differences. */
    public Settings allowingDifferences() {
        return new Settings(keep, OnDifference.ALLOW);
    }

    /** Whether a checkpoint of another run is resumed. */
    public boolean allowDifferences() {
        return onDifference == OnDifference.ALLOW;
    }
}
