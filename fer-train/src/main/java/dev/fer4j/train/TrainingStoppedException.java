package dev.fer4j.train;

/** A training was asked to stop, and has: it is not finished, and nothing is wrong with it. */
public final class TrainingStoppedException extends TrainingException {

    private static final long serialVersionUID = 1L;

    /** With a message that says where it stopped and how to resume. */
    public TrainingStoppedException(String message) {
        super(message);
    }
}
