package dev.fer4j.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import com.google.common.primitives.Bytes;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.Sha256;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@code benchmark fuzz} starts from and has found, again: each file is read, or is refused
 * with the typed error.
 */
class FuzzCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz");

    @Test
    void safetensorsAreReadOrRefused() throws IOException {
        int read = 0;
        for (Path path : corpus("safetensors")) {
            try (SafetensorsFile file = SafetensorsFile.open(path)) {
                assertThat(file.tensors()).doesNotContainKey("");
                read++;
            } catch (InputException e) {
                assertThat(e).hasMessageContaining(path.toString());
            }
        }
        assertThat(read).isBetween(1, corpus("safetensors").size() - 1);
    }

    @Test
    void contentsOfManifestsAreReadOrRefused() throws IOException {
        int read = 0;
        for (Path path : corpus("manifest")) {
            try {
                ManifestText.decode(seal(Files.readAllBytes(path)));
                read++;
            } catch (MalformedManifestException e) {
                assertThat(e).as("%s", path).hasMessageMatching("(?s).+");
            }
        }
        assertThat(read).isBetween(1, corpus("manifest").size() - 1);
    }

    @Test
    void weightsOfKerasAreReadOrRefused() throws IOException {
        Xception config = Xception.FULL.withWidth(0.01);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Block network = config.build(new Seed(1));
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 71, 71));
            for (Path path : corpus("hdf5")) {
                try {
                    assertThat(WeightsFile.pretrained(path).inspect(config, network).complete())
                            .isFalse();
                } catch (InputException e) {
                    assertThat(e).hasMessageContaining(path.toString());
                }
            }
            network.clear();
        }
    }

    private static List<Path> corpus(String parser) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(parser))) {
            List<Path> found = files.sorted().toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    /** Not through text: the content may be none. */
    private static byte[] seal(byte[] content) {
        String digest = Sha256.of(content);
        return Bytes.concat(
                ("{\"sha256\":\"" + digest + "\",\n\"content\":").getBytes(StandardCharsets.UTF_8),
                content,
                "}\n".getBytes(StandardCharsets.UTF_8));
    }
}
