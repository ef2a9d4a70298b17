package dev.fer4j.data.internal;

import dev.fer4j.core.Problem;

/** Problems that stand for a whole recording, so that listings can say how many they lost. */
public final class LeftOutRecording {

    private static final String BEGIN = "recording ";
    private static final String END = " is left out: ";

    private LeftOutRecording() {}

    /**
     * One recording is not listed.
     *
     * @param subject its folder or file, relative to the source
     * @param id the recording's id
     * @param cause why
     */
    public static Problem problem(
            Problem.Kind kind, String subject, String id, String cause, String mend) {
        return new Problem(kind, subject, BEGIN + id + END + cause, mend);
    }

    /** Whether a problem was made by {@link #problem}. */
    public static boolean isNamedIn(Problem problem) {
        return problem.cause().startsWith(BEGIN) && problem.cause().contains(END);
    }
}
