package dev.fer4j.core;

/** Thrown if a given file or folder cannot be used. */
public class InputException extends FerException {

    /** A problem with a file or field. */
    public InputException(Problem problem) {
        super(problem.message());
    }

    /**
     * A problem with a file or field.
     *
     * @param subject file or field
     * @param cause what was found and expected
     * @param mend the likely remedy
     */
    public InputException(Problem.Kind kind, Object subject, String cause, String mend) {
        this(new Problem(kind, subject.toString(), cause, mend));
    }

    /** A problem caused by another exception. */
    public InputException(
            Problem.Kind kind, Object subject, String cause, String mend, Throwable why) {
        super(new Problem(kind, subject.toString(), cause, mend).message(), why);
    }
}
