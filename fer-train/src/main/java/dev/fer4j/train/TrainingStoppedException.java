package dev.fer4j.train;

/** A training was asked to stop, and has: it is not finished, and nothing is wrong with it. */
public final class TrainingStoppedException extends TrainingException {

    /** With a message that says where it stopped and how to resume. */
    public TrainingStoppedException(String message) {
        super(message);
    }
}
