package dev.fer4j.eval.study;

import dev.fer4j.core.FerException;
import java.nio.file.Path;

/**
 * Thrown when a process that runs a cell ends without a result. The message contains its exit
 * status, the failure that it reported, and the end of its log.
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

    /** The log of its standard error, and of its standard output other than progress. */
    public Path log() {
        return log;
    }
}
