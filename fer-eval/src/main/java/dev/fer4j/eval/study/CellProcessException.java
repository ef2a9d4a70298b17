package dev.fer4j.eval.study;

import dev.fer4j.core.FerException;
import java.nio.file.Path;

/**
 * A process that was to run a cell ended without its result. The message has its exit status, its
 * report of the failure, and the end of its log.
 */
public final class CellProcessException extends FerException {

    private final int status;
    private final transient Path log;

    CellProcessException(String message, int status, Path log) {
        super(message);
        this.status = status;
        this.log = log;
    }

    /** The exit status; 128 + n if signal n killed it. */
    public int status() {
        return status;
    }

    /** What it wrote to standard error, and to standard output besides progress. */
    public Path log() {
        return log;
    }
}
