package dev.fer4j.train.checkpoint;

import com.google.common.base.Ascii;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import java.nio.file.Path;

/** A checkpoint differs from what was saved. */
final class DamagedCheckpointException extends InputException {

    private static final long serialVersionUID = 1L;

    /** Limits the message of the cause, which may quote the whole file. */
    private static final int LONGEST_CAUSE = 300;

    private final transient Problem problem;

    DamagedCheckpointException(Path file, String cause) {
        super(problem(file, cause));
        problem = problem(file, cause);
    }

    DamagedCheckpointException(Path file, String cause, Throwable why) {
        this(file, cause);
        initCause(why);
    }

    private static Problem problem(Path file, String cause) {
        return new Problem(
                Problem.Kind.DAMAGED,
                file.toString(),
                Ascii.truncate(cause.replaceAll("\\s+", " "), LONGEST_CAUSE, "…"),
                "an older checkpoint is used if there is one; check the disk");
    }

    Problem problem() {
        return problem;
    }
}
