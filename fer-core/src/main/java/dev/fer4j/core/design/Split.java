package dev.fer4j.core.design;

import java.util.Locale;

/** The splits of a study cell: the paper's three, and one for {@link HeldOutPeople}. */
public enum Split {
    /** Used to fit the weights. */
    TRAIN,
    /** Used for early stopping and to choose thresholds. */
    VALIDATE,
    /** Evaluated once, after training. */
    TEST,
    /**
     * People of the training categories who are held out, evaluated once, after training: new
     * people with seen content. Empty unless a {@link CategorySplit} holds people out.
     */
    SEEN;

    /** The lower-case name used in file names and tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
