package dev.fer4j.core;

/** Thrown if a result cannot be written, for example to a full disk or a folder in use. */
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
