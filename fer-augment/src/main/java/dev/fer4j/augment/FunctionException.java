package dev.fer4j.augment;

import dev.fer4j.core.FerException;

/** Thrown if a {@link PixelFunction} fails or does not return an image of the right size. */
public class FunctionException extends FerException {

    /** Creates an exception with a message for the user that names the function. */
    public FunctionException(String message) {
        super(message);
    }

    /** Creates an exception with a message that names the function, and with the cause. */
    public FunctionException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns the same failure with a location prefixed to its message.
     *
     * @param where the location, for example the image's file
     */
    public FunctionException at(String where) {
        return new FunctionException(where + ": " + getMessage(), getCause());
    }
}
