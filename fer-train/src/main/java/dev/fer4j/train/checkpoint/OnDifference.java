package dev.fer4j.train.checkpoint;

/** What to do with a checkpoint of a run with another {@link RunIdentity}. */
public enum OnDifference {
    /** Refuse it, naming each difference. */
    REFUSE,
    /** Resume from it, and record the differences in all later checkpoints. */
    ALLOW
}
