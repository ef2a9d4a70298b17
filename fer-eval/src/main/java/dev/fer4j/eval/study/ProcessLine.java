package dev.fer4j.eval.study;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Progress;
import dev.fer4j.core.io.Json;

/**
 * A line of the standard output of a process that runs a cell: a keyword, a space and JSON, or
 * anything else.
 */
sealed interface ProcessLine {

    /**
     * The progress of the process.
     *
     * @param progress as reported by its runner
     */
    record Update(Progress progress) implements ProcessLine {}

    /**
     * The reason of an imminent failure.
     *
     * @param message a message for users
     */
    record Failure(String message) implements ProcessLine {}

    /**
     * Output of another part of the process.
     *
     * @param text the line
     */
    record Other(String text) implements ProcessLine {}

    /** The keyword of {@link Update}. */
    String PROGRESS = "fer4j-progress ";

    /** The keyword of {@link Failure}. */
    String FAILURE = "fer4j-failure ";

    /** Parses a line; a line with a keyword but no valid JSON counts as other output. */
    static ProcessLine parse(String line) {
        try {
            if (line.startsWith(PROGRESS)) {
                String json = line.substring(PROGRESS.length());
                return new Update(Json.parse(json, Progress.class, "progress"));
            }
            if (line.startsWith(FAILURE)) {
                String json = line.substring(FAILURE.length());
                return Json.parse(json, Failure.class, "failure");
            }
            return new Other(line);
        } catch (InputException e) {
            return new Other(line);
        }
    }

    /** The line, without a line break. */
    default String toLine() {
        if (this instanceof Update update) {
            return PROGRESS + Json.line(update.progress());
        }
        return this instanceof Other other ? other.text() : FAILURE + Json.line(this);
    }
}
