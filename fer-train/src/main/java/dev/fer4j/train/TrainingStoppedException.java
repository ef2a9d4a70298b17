package dev.fer4j.train;

/** A training stopped on request before it was finished; it can be resumed. */
public final class TrainingStoppedException extends TrainingException {

    private static final long serialVersionUID = 1L;

    /** With a message that says where it stopped and how to resume. */
    public TrainingStoppedException(String message) {
        super(message);
    }
}
