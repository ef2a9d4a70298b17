package dev.fer4j.synthesis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.loss.LogisticLoss;
import dev.fer4j.synthesis.loss.R1Penalty;
import dev.fer4j.train.network.GradientMode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Numbers and gradients of whole networks are those of plain PyTorch; see Fixture. */
class NetworksTest {

    private static final double FORWARD = 1e-4;
    private static final double BACKWARD = 1e-3;

    private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void generatorGivesPyTorchsImages() throws IOException {
        Fixture fixture = Fixture.networks();
        Generator generator = fixture.generator(manager);
        GradientMode.off(
                () -> {
                    NDArray z = fixture.array(manager, "z");
                    NDArray w = generator.mapping().forward(z);
                    Fixture.assertClose("w", w, fixture.values("w"), FORWARD);
                    NDArray styles = generator.styles(z, Truncation.NONE);
                    NDArray images =
                            generator.synthesis().forward(styles, new GeneratorNoise.Constant());
                    Fixture.assertClose("images", images, fixture.values("images"), FORWARD);
                    return images;
                });
    }

    @Test
    void discriminatorGivesPyTorchsLogits() throws IOException {
        Fixture fixture = Fixture.networks();
        Discriminator discriminator = fixture.discriminator(manager);
        GradientMode.off(
                () -> {
                    NDArray logits = discriminator.forward(fixture.array(manager, "real"));
                    Fixture.assertClose("logits", logits, fixture.values("real logits"), FORWARD);
                    return logits;
                });
    }

    @Test
    void generatorLearnsByPyTorchsGradients() throws IOException {
        Fixture fixture = Fixture.networks();
        Generator generator = fixture.generator(manager);
        Discriminator discriminator = fixture.discriminator(manager);
        discriminator.learns(false);
        NDArray loss =
                learn(
                        () ->
                                LogisticLoss.ofGenerator(
                                        discriminator.forward(images(fixture, generator))));
        Fixture.assertClose("loss", loss, fixture.values("generator loss"), FORWARD);
        assertGradients(generator.parameters(), fixture.below("generator gradient/"));
    }

    @Test
    void discriminatorLearnsByPyTorchsGradients() throws IOException {
        Fixture fixture = Fixture.networks();
        Generator generator = fixture.generator(manager);
        Discriminator discriminator = fixture.discriminator(manager);
        NDArray images = GradientMode.off(() -> images(fixture, generator));
        NDArray loss =
                learn(
                        () ->
                                LogisticLoss.ofDiscriminator(
                                        discriminator.forward(images),
                                        discriminator.forward(fixture.array(manager, "real"))));
        Fixture.assertClose("loss", loss, fixture.values("discriminator loss"), FORWARD);
        assertGradients(discriminator.parameters(), fixture.below("discriminator gradient/"));
    }

    @Test
    void r1AndItsGradientsArePyTorchs() throws IOException {
        Fixture fixture = Fixture.networks();
        Discriminator discriminator = fixture.discriminator(manager);
        R1Penalty r1 = new R1Penalty(manager, 3);
        NDArray penalty = learn(() -> r1.of(discriminator, fixture.array(manager, "real")));
        Fixture.assertClose("penalty", penalty, fixture.values("r1"), FORWARD);
        assertGradients(discriminator.parameters(), fixture.below("r1 gradient/"));
    }

    @Test
    void aFrozenNetworkGetsNoGradients() throws IOException {
        Fixture fixture = Fixture.networks();
        Generator generator = fixture.generator(manager);
        Discriminator discriminator = fixture.discriminator(manager);
        discriminator.learns(false);
        learn(() -> LogisticLoss.ofGenerator(discriminator.forward(images(fixture, generator))));
        discriminator.learns(true);
        assertThat(discriminator.parameters().values())
                .allSatisfy(
                        parameter ->
                                assertThat(
                                                parameter
                                                        .getArray()
                                                        .getGradient()
                                                        .abs()
                                                        .sum()
                                                        .getFloat())
                                        .isZero());
    }

    @Test
    void inputsOfOtherShapesAreRefused() {
        Generator generator = Generator.create(manager, Fixture.CONFIG, new Seed(1));
        Discriminator discriminator = Discriminator.create(manager, Fixture.CONFIG, new Seed(1));
        assertThatThrownBy(() -> generator.mapping().forward(manager.zeros(shape(2, 9))))
                .hasMessage("z is (2, 9), expected (N, 10)");
        assertThatThrownBy(
                        () ->
                                generator
                                        .synthesis()
                                        .forward(
                                                manager.zeros(shape(2, 5, 10)),
                                                new GeneratorNoise.None()))
                .hasMessage("styles are (2, 5, 10), expected (N, 6, 10)");
        assertThatThrownBy(() -> discriminator.forward(manager.zeros(shape(2, 3, 32, 32))))
                .hasMessage("images are (2, 3, 32, 32), expected (N, 3, 16, 16)");
        assertThatThrownBy(
                        () ->
                                generator
                                        .synthesis()
                                        .forward(
                                                manager.zeros(shape(2, 6, 10)),
                                                new GeneratorNoise.Random(List.of(new Seed(1)))))
                .hasMessage("there are 1 seeds of noise for 2 images");
    }

    private static Shape shape(long... sizes) {
        return new Shape(sizes);
    }

    private NDArray images(Fixture fixture, Generator generator) {
        return generator
                .synthesis()
                .forward(
                        generator.styles(fixture.array(manager, "z"), Truncation.NONE),
                        new GeneratorNoise.Constant());
    }

    private static NDArray learn(Supplier<NDArray> loss) {
        try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
            NDArray value = loss.get();
            gradients.backward(value);
            return value;
        }
    }

    private static void assertGradients(
            Map<String, Parameter> parameters, Map<String, float[]> expected) {
        parameters.forEach(
                (path, parameter) -> {
                    if (parameter.requiresGradient()) {
                        Fixture.assertClose(
                                path,
                                parameter.getArray().getGradient(),
                                expected.get(path),
                                BACKWARD);
                    }
                });
        assertThat(expected).isNotEmpty();
    }
}
