package dev.fer4j.augment;

import dev.fer4j.core.FerException;

/** A {@link PixelFunction} failed, or returned something other than an image of the right size. */
public class FunctionException extends FerException {

    /** With a message for the user that names the function. */
    public FunctionException(String message) {
        super(message);
    }

    /** With a message for the user that names the function, and what the function threw. */
    public FunctionException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns the same failure with the location in front of its message.
     *
     * @param where for example the image's file
     */
    public FunctionException at(String where) {
        return new FunctionException(where + ": " + getMessage(), getCause());
    }
}
