package dev.fer4j.train;

/** A training stopped on request before it was finished; it can be resumed. */
public final class TrainingStoppedException extends TrainingException {

    /** Creates an exception whose message says where training stopped and how to resume. */
    public TrainingStoppedException(String message) {
        super(message);
    }
}
