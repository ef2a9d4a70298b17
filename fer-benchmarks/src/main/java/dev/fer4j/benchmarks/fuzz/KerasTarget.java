package dev.fer4j.benchmarks.fuzz;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Seed;
import dev.fer4j.train.keras.network.KerasNetwork;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;

/** Input: a weight or whole-model file in Keras's HDF5 format. */
public final class KerasTarget {

    private static final ScratchFile FILE = ScratchFile.named("fuzz.h5");
    private static final Xception CONFIG = Xception.FULL.withWidth(0.01);
    private static final Block NETWORK = network();

    private KerasTarget() {}

    private static Block network() {
        Block block = CONFIG.build(new Seed(1));
        block.initialize(
                NDManager.newBaseManager(Device.cpu()), DataType.FLOAT32, new Shape(1, 3, 71, 71));
        return block;
    }

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        FILE.write(data);
        try {
            WeightsFile.pretrained(FILE.path()).load(CONFIG, NETWORK);
        } catch (InputException e) {
            FILE.requireNamedBy(e);
        }
        try {
            KerasNetwork.read(FILE.path());
        } catch (InputException e) {
            FILE.requireNamedBy(e);
        }
    }
}
