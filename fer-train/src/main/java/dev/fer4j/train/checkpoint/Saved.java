package dev.fer4j.train.checkpoint;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.TensorInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * A fully verified checkpoint. Keeps its tensor file open until it is closed.
 *
 * @param number the number under which it was saved
 * @param state the JSON object that was saved, character by character
 * @param tensors the tensors, read one by one on request
 * @param identity identity of the run that saved it
 * @param resumedDespite differences allowed at earlier resumes of that run, oldest first
 */
public record Saved(
        long number,
        String state,
        SafetensorsFile tensors,
        RunIdentity identity,
        List<String> resumedDespite)
        implements AutoCloseable {

    public Saved {
        requireNonNull(state);
        requireNonNull(tensors);
        requireNonNull(identity);
        resumedDespite = List.copyOf(resumedDespite);
    }

    /**
     * Reads the bytes of a tensor, little endian, from position to limit of a direct buffer.
     *
     * @throws InputException if there is no tensor of that name
     * @throws UncheckedIOException if it cannot be read
     */
    public ByteBuffer bytes(String name) {
        TensorInfo tensor =
                Optional.ofNullable(tensors.tensors().get(name)).orElseThrow(() -> missing(name));
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(Math.toIntExact(tensor.bytes()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        try {
            tensors.read(name, buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.flip();
    }

    private InputException missing(String name) {
        return new InputException(
                Problem.Kind.UNEXPECTED_LAYOUT,
                "checkpoint " + number,
                "has no " + name + ", which this training needs",
                "resume with the network and optimizer that it belongs to, or start in"
                        + " another folder");
    }

    @Override
    public void close() throws IOException {
        tensors.close();
    }
}
