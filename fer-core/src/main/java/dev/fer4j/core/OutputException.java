package dev.fer4j.core;

/** A result could not be written: the folder is in use, the disk is full, access is denied. */
public class OutputException extends FerException {

    /** With a message for the user. */
    public OutputException(String message) {
        super(message);
    }

    /** With a message for the user and the cause. */
    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }
}
