package dev.fer4j.core;

/**
 * Thrown if a result cannot be written: the folder is in use, the disk is full, access is denied.
 */
public class OutputException extends FerException {

    /** Creates an exception with a message for the user. */
    public OutputException(String message) {
        super(message);
    }

    /** Creates an exception with a message for the user and the cause. */
    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }
}
