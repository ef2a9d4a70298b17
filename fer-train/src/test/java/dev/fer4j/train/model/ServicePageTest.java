package dev.fer4j.train.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that docs/in-a-service.md shows. */
class ServicePageTest {

    @TempDir private Path folder;

    private static double example(Path model, byte[] bytes) throws IOException {
        try (Predictor predictor = Predictor.open(model, DeviceChoice.CPU)) { // once, at startup
            RgbImage image = ImageFiles.decode(bytes, Path.of("upload")); // named in messages
            ImagePrediction prediction = predictor.predict(image); // from any thread
            return prediction.probability();
        }
    }

    @Test
    void exampleRuns() throws IOException {
        MiniXception backbone = MiniXception.defaults().withWidth(0.25);
        int size = MiniXception.SMALLEST_INPUT;
        Path model = folder.resolve("model.safetensors");
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            StagedBlock network = backbone.build(new Seed(1));
            network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, size, size));
            ModelFile.write(model, ModelDescription.of(backbone, size), network);
        }
        byte[] png = ImageFiles.encodePng(new RgbImage(60, 50, new byte[60 * 50 * 3]));

        assertThat(example(model, png)).isBetween(0.0, 1.0);
    }
}
