package dev.fer4j.train;

import dev.fer4j.core.FerException;

/** Training reached a state from which it cannot continue, such as a non-finite loss. */
public class TrainingException extends FerException {

    /** With a message that says where it happened and what might help. */
    public TrainingException(String message) {
        super(message);
    }
}
