package dev.fer4j.train.checkpoint;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/**
 * How checkpoints are kept.
 *
 * @param keep how many stay, at least 1; the newest ones
 * @param onDifference how a checkpoint of another run is handled
 */
public record Settings(int keep, OnDifference onDifference) {

    /** Two are kept, and only the same run is resumed. */
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

    /**
     * Returns a copy with which a checkpoint of another run is resumed and the differences are
     * recorded.
     */
    public Settings allowingDifferences() {
        return new Settings(keep, OnDifference.ALLOW);
    }

    /** Whether a checkpoint of another run is resumed. */
    public boolean allowDifferences() {
        return onDifference == OnDifference.ALLOW;
    }
}
