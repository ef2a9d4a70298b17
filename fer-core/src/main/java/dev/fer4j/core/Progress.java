package dev.fer4j.core;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How far a piece of long work is.
 *
 * @param task what is being done, for example {@code "frames of baseline"}; updates with the same
 *     task belong together
 * @param done how many steps are done
 * @param total how many there are
 * @param note what is worth saying now, for example loss and accuracy; may be empty
 */
public record Progress(String task, long done, long total, String note) {

    /** Whether this is the last update of its task. */
    @JsonIgnore
    public boolean isLast() {
        return done >= total;
    }
}
