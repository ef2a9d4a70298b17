package dev.fer4j.core;

import java.util.Locale;

/** The three uses of a sample in one study cell. */
public enum Split {
    /** Weights are fitted on these. */
    TRAIN,
    /** Early stopping and thresholds are chosen on these. */
    VALIDATE,
    /** Looked at once, after training has ended. */
    TEST;

    /** The lower-case name used in file names and tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
