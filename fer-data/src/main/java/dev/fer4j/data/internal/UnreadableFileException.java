package dev.fer4j.data.internal;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.nio.file.Path;

/**
 * Thrown if a file cannot be read in its format. Contains the problem as a value, so that ingestion
 * can quarantine the file and continue.
 */
public final class UnreadableFileException extends InputException {

    private final Problem.Kind kind;
    private final transient Path file;
    private final String reason;
    private final String mend;

    /**
     * Creates an exception for a file.
     *
     * @param reason what was found and what was expected
     * @param mend the likely remedy
     */
    public UnreadableFileException(Path file, String reason, String mend) {
        this(Problem.Kind.UNREADABLE, file, reason, mend);
    }

    /**
     * Creates an exception for a file with a kind of problem.
     *
     * @param reason what was found and what was expected
     * @param mend the likely remedy
     */
    public UnreadableFileException(Problem.Kind kind, Path file, String reason, String mend) {
        super(new Problem(kind, file.toString(), reason, mend));
        this.kind = kind;
        this.file = file;
        this.reason = reason;
        this.mend = mend;
    }

    /**
     * Creates an exception for a file with the exception of its reader.
     *
     * @param reason what was found and what was expected
     * @param mend the likely remedy
     */
    public UnreadableFileException(Path file, String reason, String mend, Throwable cause) {
        super(Problem.Kind.UNREADABLE, file, reason, mend, cause);
        this.kind = Problem.Kind.UNREADABLE;
        this.file = file;
        this.reason = reason;
        this.mend = mend;
    }

    /** The file that cannot be read. */
    public Path file() {
        return file;
    }

    /**
     * Returns the problem with another name of the same file, such as its path relative to its
     * source.
     *
     * @param subject the name of the file in the problem
     */
    public Problem problem(String subject) {
        return new Problem(kind, subject, reason, mend);
    }
}
