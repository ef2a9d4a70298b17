package dev.fer4j.data.internal;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.nio.file.Path;

/**
 * A file that is not what its name says. Carries its problem as a value, so that ingestion can
 * quarantine the file and continue.
 */
public final class UnreadableFileException extends InputException {

    private final Problem.Kind kind;
    private final transient Path file;
    private final String reason;
    private final String mend;

    /**
     * Names the file.
     *
     * @param reason what was found and what was expected
     * @param mend what would most likely help
     */
    public UnreadableFileException(Path file, String reason, String mend) {
        this(Problem.Kind.UNREADABLE, file, reason, mend);
    }

    /**
     * Names the file, and what sort of problem it has.
     *
     * @param reason what was found and what was expected
     * @param mend what would most likely help
     */
    public UnreadableFileException(Problem.Kind kind, Path file, String reason, String mend) {
        super(new Problem(kind, file.toString(), reason, mend));
        this.kind = kind;
        this.file = file;
        this.reason = reason;
        this.mend = mend;
    }

    /**
     * Names the file, and what a reader of it threw.
     *
     * @param reason what was found and what was expected
     * @param mend what would most likely help
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
     * The problem under another name of the same file, such as its path relative to its source.
     *
     * @param subject how the problem names the file
     */
    public Problem problem(String subject) {
        return new Problem(kind, subject, reason, mend);
    }
}
