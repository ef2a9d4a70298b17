package dev.fer4j.train.checkpoint;

import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.OutputException;
import dev.fer4j.train.tensor.Tensor;
import dev.fer4j.train.tensor.TensorType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** Saves three checkpoints, of which the second is larger than any file may be. */
final class LimitedProgram {

    private static final int TOO_MANY = 8 << 20;

    private LimitedProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (CheckpointStore store = CheckpointFixture.open(Path.of(arguments[0]))) {
            CheckpointFixture.save(store, 1);
            Tensor large =
                    new Tensor(
                            "large",
                            TensorType.U8,
                            new Shape(TOO_MANY),
                            () -> ByteBuffer.allocate(TOO_MANY));
            store.save(2, new Snapshot("{}", List.of(large)), () -> {});
            try {
                store.flush();
            } catch (OutputException e) {
                System.out.println("failed");
                System.out.println(e.getMessage());
            }
            if (CheckpointFixture.newest(store) != 1) {
                throw new IOException("checkpoint 1 is gone");
            }
            CheckpointFixture.save(store, 3);
        }
    }
}
