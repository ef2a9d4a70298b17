package dev.fer4j.data.internal;

import dev.fer4j.core.Problem;

/** Problems that each represent a whole recording, so that missing ones can be counted. */
public final class LeftOutRecording {

    private static final String BEGIN = "recording ";
    private static final String END = " is left out: ";

    private LeftOutRecording() {}

    /**
     * Creates the problem that a recording is not listed.
     *
     * @param subject its folder or file, relative to the source
     * @param id the recording's id
     * @param cause the reason
     */
    public static Problem problem(
            Problem.Kind kind, String subject, String id, String cause, String mend) {
        return new Problem(kind, subject, BEGIN + id + END + cause, mend);
    }

    /** Whether a problem was created by {@link #problem}. */
    public static boolean isNamedIn(Problem problem) {
        return problem.cause().startsWith(BEGIN) && problem.cause().contains(END);
    }
}
