package dev.fer4j.train;

import dev.fer4j.core.FerException;

/** Training came to a state from which it cannot go on, such as a loss that is not finite. */
public class TrainingException extends FerException {

    private static final long serialVersionUID = 1L;

    /** With a message that says where it happened and what might help. */
    public TrainingException(String message) {
        super(message);
    }
}
