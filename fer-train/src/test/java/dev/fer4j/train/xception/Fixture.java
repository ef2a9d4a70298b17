package dev.fer4j.train.xception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.weights.WeightsFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A narrow network with random weights, and what PyTorch makes of it. All of it was made by
 *
 * <pre>
 * /usr/bin/python3 fer-benchmarks/peers/xception_torch.py fixtures fer-train/src/test/resources/xception
 * </pre>
 *
 * with Debian 12's python3-torch 1.13.0 and python3-h5py 3.7.0; and what Keras 2.12 and later
 * writes by the following, all from the unpacked xception.h5:
 *
 * <pre>
 * /usr/bin/python3 fer-benchmarks/peers/hdf5_files.py keras xception.h5 xception-3.0.keras 3.0 deflate
 * /usr/bin/python3 fer-benchmarks/peers/hdf5_files.py keras xception.h5 xception-3.6.keras 3.6 deflate
 * /usr/bin/python3 fer-benchmarks/peers/hdf5_files.py keras xception.h5 xception-2.13.keras 2.13 deflate nest
 * /usr/bin/python3 fer-benchmarks/peers/hdf5_files.py keras xception.h5 xception.weights.h5 3.0 weights
 * </pre>
 */
public final class Fixture {

    private static final Path FOLDER = Path.of("src/test/resources/xception");

    /**
     * The file {@code reference.json}.
     *
     * @param logits of two images, by profile and size
     * @param losses of the training step, by profile
     */
    public record Reference(
            String made,
            String python,
            String torch,
            double width,
            int repeats,
            long parameters,
            Map<String, Map<String, List<Double>>> logits,
            Map<String, Double> losses) {

        /** Copies the maps. */
        public Reference {
            logits = Map.copyOf(logits);
            losses = Map.copyOf(losses);
        }
    }

    private Fixture() {}

    /** A file of the fixture. */
    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** The weights with timm's names. */
    public static Path safetensors() {
        return file("xception.safetensors");
    }

    /** The weights as Keras writes them, unpacked into a folder. */
    public static Path hdf5(Path folder) throws IOException {
        Path unpacked = folder.resolve("xception.h5");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file("xception.h5.gz")))) {
            Files.copy(in, unpacked);
        }
        return unpacked;
    }

    /** What PyTorch gave. */
    public static Reference reference() throws IOException {
        return Json.read(file("reference.json"), Reference.class);
    }

    /** The network's configuration, without dropout. */
    public static Xception config(NumericsProfile profile) throws IOException {
        Reference reference = reference();
        return Xception.FULL
                .withProfile(profile)
                .withWidth(reference.width())
                .withMiddleRepeats(reference.repeats())
                .withDropout(0);
    }

    /** A network with random values. */
    public static StagedBlock network(NDManager manager, Xception config) {
        StagedBlock network = config.build(new Seed(3));
        network.initialize(manager, DataType.FLOAT32, new Shape(2, 3, 71, 71));
        return network;
    }

    /** The network with the fixture's weights. */
    public static StagedBlock loaded(NDManager manager, NumericsProfile profile)
            throws IOException {
        Xception config = config(profile);
        StagedBlock network = network(manager, config);
        WeightsFile.trained(safetensors()).load(config, network);
        return network;
    }

    /** The script's pictures, as the training loop would give them. */
    public static NDArray images(NDManager manager, int count, int size) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(count * size * size * 3);
        int index = 0;
        for (int n = 0; n < count; n++) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    for (int c = 0; c < 3; c++) {
                        int noise = index++ * (int) 2654435761L;
                        noise = ((noise ^ (noise >>> 15)) * (int) 2246822519L) >>> 25;
                        pixels.put((byte) (noise + (y * (2 + n) + x * (3 + 2 * n)) % 128));
                    }
                }
            }
        }
        return Batch.asInput(pixels.flip(), count, size, manager);
    }
}
