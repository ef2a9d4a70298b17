package dev.fer4j.core;

/** A file or folder that was given cannot be used. */
public class InputException extends FerException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the problem.
     *
     * @param problem file or field, what was found and expected, and the remedy
     */
    public InputException(Problem problem) {
        super(problem.message());
    }

    /**
     * Names the problem and its cause.
     *
     * @param problem file or field, what was found and expected, and the remedy
     */
    public InputException(Problem problem, Throwable cause) {
        super(problem.message(), cause);
    }
}
