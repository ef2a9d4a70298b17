package dev.fer4j.core;

/**
 * Something went wrong that a user can meet and mend. The message names the offender, what was
 * expected, and the likely mend.
 */
public class FerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a message for the user. */
    public FerException(String message) {
        super(message);
    }

    /** With a message for the user and the cause for the developer. */
    public FerException(String message, Throwable cause) {
        super(message, cause);
    }
}
