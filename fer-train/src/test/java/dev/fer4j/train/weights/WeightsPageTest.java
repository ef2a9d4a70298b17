package dev.fer4j.train.weights;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.tensor.SafetensorsFile;
import dev.fer4j.train.xception.Fixture;
import dev.fer4j.train.xception.NumericsProfile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that docs/weights.md shows. */
class WeightsPageTest {

    @TempDir private Path folder;

    private static WeightsReport example(Xception config, Path file, Path trained)
            throws IOException {
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            StagedBlock network = config.build(new Seed(1));
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 299, 299));
            WeightsReport report = WeightsFile.pretrained(file).load(config, network);
            network.freeze(Set.of("block1", "block2")); // as you like, before the optimizer
            // ... train ...
            XceptionExport.write(trained, config, network, Map.of("study", "mine"));
            return report;
        }
    }

    @Test
    void exampleRuns() throws IOException {
        Xception config = Fixture.config(NumericsProfile.KERAS);
        Path trained = folder.resolve("trained.safetensors");
        assertThat(example(config, Fixture.hdf5(folder), trained).complete()).isTrue();
        try (SafetensorsFile file = SafetensorsFile.open(trained)) {
            assertThat(file.metadata()).containsEntry("study", "mine");
        }
    }
}
