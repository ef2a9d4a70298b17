package dev.fer4j.benchmarks.fuzz;

import dev.fer4j.core.InputException;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.tensor.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Input: a safetensors file. */
public final class SafetensorsTarget {

    private static final ScratchFile FILE = ScratchFile.named("fuzz.safetensors");

    private SafetensorsTarget() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(FILE.write(data))) {
            for (TensorInfo tensor : file.tensors().values()) {
                file.read(tensor.name(), ByteBuffer.allocate((int) tensor.bytes()));
            }
        } catch (InputException e) {
            FILE.requireNamedBy(e);
        }
    }
}
