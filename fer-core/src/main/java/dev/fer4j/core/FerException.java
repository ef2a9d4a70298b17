package dev.fer4j.core;

/**
 * An error that a user can encounter and correct. The message names the cause, what was expected,
 * and the likely remedy.
 */
public class FerException extends RuntimeException {

    /** Creates an exception with a message for the user. */
    public FerException(String message) {
        super(message);
    }

    /** Creates an exception with a message for the user and the cause for the developer. */
    public FerException(String message, Throwable cause) {
        super(message, cause);
    }
}
