package dev.fer4j.train.checkpoint;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.fer4j.train.tensor.SafetensorsWriter;
import dev.fer4j.train.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Writes tensors in the format of {@link SafetensorsWriter} through {@link SaveFiles}, and computes
 * their digest.
 */
final class TensorFileWriter {

    /**
     * Written in chunks, since channels cache a copy of the largest heap buffer they have been
     * given.
     */
    private static final int CHUNK = 1 << 20;

    private final SaveFiles.Output out;
    private final Hasher hasher = Hashing.sha256().newHasher();
    private long bytes;

    TensorFileWriter(SaveFiles.Output out) {
        this.out = out;
    }

    void write(List<Tensor> tensors) throws IOException {
        write(ByteBuffer.wrap(SafetensorsWriter.head(Map.of(), tensors)));
        for (Tensor tensor : tensors) {
            ByteBuffer data = tensor.data().get();
            checkState(
                    data.remaining() == tensor.bytes(),
                    "%s gave %s bytes for %s",
                    tensor.name(),
                    data.remaining(),
                    tensor.bytes());
            write(data);
        }
    }

    /** The number of bytes written. */
    long bytes() {
        return bytes;
    }

    /** The SHA-256 of all bytes; to be called once, at the end. */
    String sha256() {
        return hasher.hash().toString();
    }

    private void write(ByteBuffer data) throws IOException {
        for (int at = data.position(); at < data.limit(); at += CHUNK) {
            ByteBuffer chunk = data.slice(at, Math.min(CHUNK, data.limit() - at));
            hasher.putBytes(chunk.duplicate());
            bytes += chunk.remaining();
            out.write(chunk);
        }
    }
}
