package dev.fer4j.core.design;

import java.util.Locale;

/** The uses of a sample in one study cell: the paper's three, and one for {@link HeldOutPeople}. */
public enum Split {
    /** Weights are fitted on these. */
    TRAIN,
    /** Early stopping and thresholds are chosen on these. */
    VALIDATE,
    /** Looked at once, after training has ended. */
    TEST,
    /**
     * People of the training categories who do not train, looked at once, after training has ended:
     * new people with content that was seen. Empty unless a {@link CategorySplit} holds people out.
     */
    SEEN;

    /** The lower-case name used in file names and tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
