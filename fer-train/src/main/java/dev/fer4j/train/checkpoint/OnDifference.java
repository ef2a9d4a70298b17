package dev.fer4j.train.checkpoint;

/** What to do about a checkpoint of a run of another {@link RunIdentity}. */
public enum OnDifference {
    /** Refuse it, naming each difference. */
    REFUSE,
    /** Go on from it, and record the differences in all later checkpoints. */
    ALLOW
}
