package dev.fer4j.synthesis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.internal.Scalars;
import dev.fer4j.synthesis.loss.PathLengthPenalty;
import dev.fer4j.synthesis.loss.R1Penalty;
import dev.fer4j.train.network.GradientMode;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Gradients of R1 and of path lengths are slopes of the penalties, in double precision, along a
 * random direction for each parameter.
 */
class RegularizationTest {

    /** So small since the penalties jump where an activation has a kink. */
    private static final double STEP = 1e-8;

    private static final double TOLERANCE = 0.01;
    private static final StyleGan2Config CONFIG =
            new StyleGan2Config(
                    16,
                    new StyleGan2Config.Channels(64, 6),
                    new StyleGan2Config.Dimensions(8, 8),
                    new StyleGan2Config.Mapping(2, 0.1));

    private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void gradientsOfR1AreItsSlopes() {
        Discriminator discriminator =
                Discriminator.create(manager, DataType.FLOAT64, CONFIG, new Seed(3));
        R1Penalty r1 = new R1Penalty(manager, 2);
        NDArray images = draws(new Shape(4, 3, 16, 16), 5).muli(0.5);
        check(discriminator.parameters(), () -> r1.of(discriminator, images));
    }

    @Test
    void gradientsOfPathLengthsAreTheirSlopes() {
        Generator generator = Generator.create(manager, DataType.FLOAT64, CONFIG, new Seed(4));
        // The average must not move, as nothing is differentiated by it.
        PathLengthPenalty penalty = new PathLengthPenalty(manager, 2, 1e-12);
        NDArray z = draws(new Shape(3, 8), 6);
        check(
                generator.parameters(),
                () -> {
                    penalty.restore(0.2);
                    NDArray styles = generator.styles(z, Truncation.NONE);
                    NDArray images =
                            generator.synthesis().forward(styles, new GeneratorNoise.Constant());
                    return penalty.of(images, styles, new Seed(7));
                });
    }

    @ParameterizedTest
    @EnumSource(NormalNumbers.class)
    void pathLengthIsThatOfALinearMap(NormalNumbers numbers) {
        // Images that are styles times a number: the Jacobian is that number, and the square of y
        // is 3 on average.
        NDArray styles = manager.ones(new Shape(1, 1, 3 * 32 * 32));
        styles.setRequiresGradient(true);
        PathLengthPenalty once = new PathLengthPenalty(manager, 1, 1, numbers);
        PathLengthPenalty thrice = new PathLengthPenalty(manager, 1, 1, numbers);
        value(() -> once.of(styles.reshape(1, 3, 32, 32), styles, new Seed(1)));
        value(() -> thrice.of(Scalars.times(styles, 3).reshape(1, 3, 32, 32), styles, new Seed(1)));
        assertThat(once.average()).isCloseTo(Math.sqrt(3), within(0.1));
        assertThat(thrice.average()).isCloseTo(3 * once.average(), within(1e-5));
    }

    private void check(Map<String, Parameter> parameters, Supplier<NDArray> penalty) {
        gradients(penalty);
        double largest =
                parameters.values().stream()
                        .filter(Parameter::requiresGradient)
                        .mapToDouble(p -> gradient(p.getArray()).square().sum().getDouble())
                        .map(Math::sqrt)
                        .max()
                        .orElseThrow();
        assertThat(largest).isPositive();
        parameters.forEach(
                (path, parameter) -> {
                    if (parameter.requiresGradient()) {
                        NDArray values = parameter.getArray();
                        NDArray direction = draws(values.getShape(), path.hashCode());
                        double expected = slope(values, direction, penalty);
                        double found = gradient(values).mul(direction).sum().getDouble();
                        assertThat(found)
                                .as(path)
                                .isCloseTo(
                                        expected,
                                        within(TOLERANCE * Math.abs(expected) + 1e-6 * largest));
                    }
                });
    }

    /** Zeros, float32, if there is none. */
    private static NDArray gradient(NDArray values) {
        return values.getGradient().toType(DataType.FLOAT64, false);
    }

    private static double slope(NDArray values, NDArray direction, Supplier<NDArray> penalty) {
        double above = moved(values, direction, STEP, penalty);
        double below = moved(values, direction, -STEP, penalty);
        return (above - below) / (2 * STEP);
    }

    private static double moved(
            NDArray values, NDArray direction, double step, Supplier<NDArray> penalty) {
        GradientMode.off(() -> values.addi(direction.mul(step)));
        try {
            return value(penalty);
        } finally {
            GradientMode.off(() -> values.subi(direction.mul(step)));
        }
    }

    private static double value(Supplier<NDArray> penalty) {
        GradientCollector graph = Engine.getEngine("PyTorch").newGradientCollector();
        try {
            return penalty.get().toType(DataType.FLOAT64, false).getDouble();
        } finally {
            graph.close();
        }
    }

    private static void gradients(Supplier<NDArray> penalty) {
        try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
            gradients.backward(penalty.get());
        }
    }

    private NDArray draws(Shape shape, long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(shape.size()).map(x -> 2 * x - 1).toArray();
        return manager.create(values).reshape(shape);
    }
}
