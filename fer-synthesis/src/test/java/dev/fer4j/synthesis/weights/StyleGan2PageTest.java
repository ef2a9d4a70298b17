package dev.fer4j.synthesis.weights;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.network.Fixture;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.GeneratorNoise;
import dev.fer4j.synthesis.network.Latents;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.GradientMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that docs/stylegan2.md shows. */
class StyleGan2PageTest {

    @TempDir private Path folder;

    private static float[] example(Path weights, List<Seed> seeds) throws IOException {
        try (NDManager manager = PyTorch.engine().newBaseManager(Device.cpu())) {
            StyleGan2File file = new StyleGan2File(weights);
            Generator generator = Generator.create(manager, file.generatorConfig(), new Seed(0));
            file.load(generator);
            return GradientMode.off(
                    () -> {
                        NDArray z = Latents.of(manager, seeds, generator.config().dimensions().z());
                        NDArray styles = generator.styles(z, Truncation.of(0.7));
                        return generator
                                .synthesis()
                                .forward(styles, new GeneratorNoise.Constant())
                                .toFloatArray();
                    });
        }
    }

    @Test
    void exampleRuns() throws IOException {
        Path weights = folder.resolve("g.safetensors");
        try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
            Generator generator = Fixture.networks().generator(manager);
            new StyleGan2File(weights).write(generator, Optional.empty(), Map.of());
        }
        assertThat(example(weights, List.of(new Seed(1), new Seed(2)))).hasSize(2 * 3 * 16 * 16);
    }
}
