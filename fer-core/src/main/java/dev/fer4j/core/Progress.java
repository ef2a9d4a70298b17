package dev.fer4j.core;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The progress of a long-running task.
 *
 * @param task the name of the task, for example {@code "frames of baseline"}; updates with the same
 *     task belong together
 * @param done the number of completed steps
 * @param total the total number of steps
 * @param note additional information, for example loss and accuracy; may be empty
 */
public record Progress(String task, long done, long total, String note) {

    /** Whether this is the last update of its task. */
    @JsonIgnore
    public boolean isLast() {
        return done >= total;
    }
}
