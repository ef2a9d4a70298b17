package dev.fer4j.train.checkpoint;

import static java.util.Objects.requireNonNull;

import dev.fer4j.train.weights.SafetensorsFile;
import java.io.IOException;
import java.util.List;

/**
 * A checkpoint of which every bit has been verified. Holds its tensor file open until it is closed.
 *
 * @param number that it was saved under
 * @param state the JSON object that was saved, character by character
 * @param tensors read one by one when asked for
 * @param identity of the run that saved it
 * @param resumedDespite differences that were allowed at earlier resumes of that run, oldest first
 */
public record Saved(
        long number,
        String state,
        SafetensorsFile tensors,
        RunIdentity identity,
        List<String> resumedDespite)
        implements AutoCloseable {

    /** Copies the list. */
    public Saved {
        requireNonNull(state);
        requireNonNull(tensors);
        requireNonNull(identity);
        resumedDespite = List.copyOf(resumedDespite);
    }

    @Override
    public void close() throws IOException {
        tensors.close();
    }
}
