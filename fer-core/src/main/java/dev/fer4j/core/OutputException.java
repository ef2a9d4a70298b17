package dev.fer4j.core;

import dev.fer4j.core.text.VisibleText;

/** Thrown if a result cannot be written, for example to a full disk or a folder in use. */
public class OutputException extends FerException {

    /** Creates an exception with a message for the user, shown in one line. */
    public OutputException(String message) {
        super(VisibleText.line(message));
    }

    /** Creates an exception with a message for the user, shown in one line, and the cause. */
    public OutputException(String message, Throwable cause) {
        super(VisibleText.line(message), cause);
    }
}
