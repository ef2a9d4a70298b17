package dev.fer4j.synthesis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;
import dev.fer4j.train.network.GradientMode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Latents, styles, truncation, mixing and noise. */
class StylesTest {

    private static final Truncation NONE = Truncation.NONE;

    private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    private final Generator generator =
            Generator.create(manager, StyleGan2Config.small(16), new Seed(1));

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void truncationPullsCoarseStylesToTheAverage() {
        NDArray styles = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(1, 3, 2));
        NDArray average = manager.create(new float[] {10, 20});
        assertThat(new Truncation(0.5, 2).apply(styles, average).toFloatArray())
                .containsExactly(5.5f, 11, 6.5f, 12, 5, 6);
        assertThat(Truncation.of(0).apply(styles, average).toFloatArray())
                .containsExactly(10, 20, 10, 20, 10, 20);
        assertThat(NONE.apply(styles, average)).isEqualTo(styles);
        assertThatThrownBy(() -> Truncation.of(2.5)).hasMessage("psi 2.5 is not in [-2, 2]");
        assertThatThrownBy(() -> new Truncation(1, -1)).hasMessage("cutoff -1 is negative");
    }

    @Test
    void mixingTakesFineStylesFromTheOther() {
        NDArray ones = manager.ones(new Shape(1, 3, 1));
        NDArray twos = ones.mul(2);
        assertThat(Styles.mix(ones, twos, 1).toFloatArray()).containsExactly(1, 2, 2);
        assertThat(Styles.mix(ones, twos, 0)).isEqualTo(twos);
        assertThat(Styles.mix(ones, twos, 3)).isEqualTo(ones);
        assertThatThrownBy(() -> Styles.mix(ones, twos, 4)).hasMessage("style 4 is not in 0..3");
    }

    @Test
    void anImageDependsOnItsSeedsAndNotOnItsBatch() {
        List<Seed> seeds = List.of(new Seed(1), new Seed(2), new Seed(3));
        float[] third =
                images(seeds, new GeneratorNoise.Random(seeds))
                        .get(new NDIndex("2"))
                        .toFloatArray();
        float[] alone =
                images(List.of(new Seed(3)), new GeneratorNoise.Random(List.of(new Seed(3))))
                        .toFloatArray();
        assertThat(alone).hasSameSizeAs(third);
        for (int i = 0; i < alone.length; i++) {
            assertThat(alone[i]).isCloseTo(third[i], within(1e-4f));
        }
        assertThat(images(seeds, new GeneratorNoise.None()).get(new NDIndex("0")))
                .isNotEqualTo(images(seeds, new GeneratorNoise.None()).get(new NDIndex("1")));
    }

    @Test
    void kindsOfNoiseDifferOnceItHasAStrength() {
        List<Seed> seeds = List.of(new Seed(1));
        assertThat(images(seeds, new GeneratorNoise.Constant()))
                .isEqualTo(images(seeds, new GeneratorNoise.None()));
        NDArray strength =
                generator.parameters().get("synthesis.b16.conv1.noise_strength").getArray();
        GradientMode.off(() -> strength.addi(1));
        NDArray none = images(seeds, new GeneratorNoise.None());
        NDArray constant = images(seeds, new GeneratorNoise.Constant());
        NDArray random = images(seeds, GeneratorNoise.random(new Seed(5), 1));
        assertThat(constant)
                .isNotEqualTo(none)
                .isEqualTo(images(seeds, new GeneratorNoise.Constant()));
        assertThat(random)
                .isNotEqualTo(none)
                .isNotEqualTo(constant)
                .isNotEqualTo(images(seeds, GeneratorNoise.random(new Seed(6), 1)))
                .isEqualTo(images(seeds, GeneratorNoise.random(new Seed(5), 1)));
    }

    @Test
    void noiseComputedOnTheDeviceDependsOnItsSeedsAndNotOnTheBatch() {
        NDArray strength =
                generator.parameters().get("synthesis.b16.conv1.noise_strength").getArray();
        GradientMode.off(() -> strength.addi(1));
        List<Seed> seeds = List.of(new Seed(1), new Seed(2), new Seed(3));
        List<Seed> third = seeds.subList(2, 3);
        float[] alone =
                images(third, new GeneratorNoise.Random(third, NormalNumbers.DEVICE))
                        .toFloatArray();
        float[] together =
                images(seeds, new GeneratorNoise.Random(seeds, NormalNumbers.DEVICE))
                        .get(new NDIndex("2"))
                        .toFloatArray();
        for (int i = 0; i < alone.length; i++) {
            assertThat(alone[i]).isCloseTo(together[i], within(1e-4f));
        }
        assertThat(alone)
                .isNotEqualTo(images(third, new GeneratorNoise.Random(third)).toFloatArray())
                .isNotEqualTo(images(third, new GeneratorNoise.None()).toFloatArray())
                .isNotEqualTo(
                        images(
                                        third,
                                        new GeneratorNoise.Random(
                                                List.of(new Seed(4)), NormalNumbers.DEVICE))
                                .toFloatArray());
    }

    @Test
    void onlyTheCpuTakesNumbersFromJava() {
        assertThat(NormalNumbers.on(Device.cpu())).isEqualTo(NormalNumbers.JAVA);
        assertThat(NormalNumbers.on(Device.gpu(1))).isEqualTo(NormalNumbers.DEVICE);
    }

    @Test
    void theAverageFollowsTheLatents() {
        NDArray w = manager.create(new float[256], new Shape(2, 128)).add(4);
        generator.track(w, 0.75);
        assertThat(generator.average().toFloatArray()).containsOnly(1);
        generator.track(w, 0.75);
        assertThat(generator.average().toFloatArray()).containsOnly(1.75f);
        generator.estimateAverage(new Seed(1), 2500);
        float[] once = generator.average().toFloatArray();
        generator.estimateAverage(new Seed(1), 2500);
        assertThat(generator.average().toFloatArray()).containsExactly(once);
    }

    private NDArray images(List<Seed> seeds, GeneratorNoise noise) {
        return GradientMode.off(
                () ->
                        generator
                                .synthesis()
                                .forward(
                                        generator.styles(Latents.of(manager, seeds, 128), NONE),
                                        noise));
    }
}
