package dev.fer4j.train;

import dev.fer4j.core.FerException;

/** Training reached a state from which it cannot continue, such as a non-finite loss. */
public class TrainingException extends FerException {

    /** Creates an exception whose message says where training failed and what might help. */
    public TrainingException(String message) {
        super(message);
    }
}
