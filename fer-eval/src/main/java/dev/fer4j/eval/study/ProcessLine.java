package dev.fer4j.eval.study;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Progress;
import dev.fer4j.core.io.Json;

/**
 * A line of the standard output of a process that runs a cell: a keyword, a blank and JSON, or
 * anything else.
 */
sealed interface ProcessLine {

    /**
     * How far the process is.
     *
     * @param progress as its runner told it
     */
    record Update(Progress progress) implements ProcessLine {}

    /**
     * Why it is going to fail.
     *
     * @param message in the user's words
     */
    record Failure(String message) implements ProcessLine {}

    /**
     * Something that another part of the process printed.
     *
     * @param text the line
     */
    record Other(String text) implements ProcessLine {}

    /** The keyword of {@link Update}. */
    String PROGRESS = "fer4j-progress ";

    /** The keyword of {@link Failure}. */
    String FAILURE = "fer4j-failure ";

    /** Reads a line; one with a keyword and without its JSON is another program's. */
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
