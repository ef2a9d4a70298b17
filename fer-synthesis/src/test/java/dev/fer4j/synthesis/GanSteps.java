package dev.fer4j.synthesis;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.loss.LazyRegularization;
import dev.fer4j.synthesis.loss.LogisticLoss;
import dev.fer4j.synthesis.loss.PathLengthPenalty;
import dev.fer4j.synthesis.loss.R1Penalty;
import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.GeneratorNoise;
import dev.fer4j.synthesis.network.Latents;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.synthesis.network.Truncation;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.optim.Adam;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.optim.WeightDecay;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/** The updates that training is made of, on images that are the same all the time. */
public final class GanSteps implements AutoCloseable {

    private static final AdamConfig ADAM =
            new AdamConfig(0, 0.99, 1e-8, AdamConfig.Form.TEXTBOOK, new WeightDecay.None());
    private static final double RATE = 0.002;

    private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    private final StyleGan2Config config;
    private final int batch;
    private final Generator generator;
    private final Discriminator discriminator;
    private final Adam ofGenerator;
    private final Adam ofDiscriminator;
    private final R1Penalty r1 = new R1Penalty(manager, 10);
    private final PathLengthPenalty pathLength = new PathLengthPenalty(manager, 2, 0.01);
    private final NDArray real;
    private long updates;

    /** Networks with random weights. */
    public GanSteps(StyleGan2Config config, int batch) {
        this.config = config;
        this.batch = batch;
        this.generator = Generator.create(manager, config, new Seed(1));
        this.discriminator = Discriminator.create(manager, config, new Seed(2));
        this.ofGenerator =
                new Adam(
                        manager,
                        generator.parameters(),
                        LazyRegularization.GENERATOR.corrected(ADAM),
                        Map.of());
        this.ofDiscriminator =
                new Adam(
                        manager,
                        discriminator.parameters(),
                        LazyRegularization.DISCRIMINATOR.corrected(ADAM),
                        Map.of());
        int side = config.resolution();
        this.real = manager.zeros(new Shape(batch, 3, side, side));
        try (NDManager scratch = manager.newSubManager()) {
            NDArray values = Latents.of(scratch, seeds(batch), 3 * side * side);
            real.addi(values.reshape(real.getShape()).mul(0.5));
        }
    }

    /** A step as training makes it, with regularization where it is due. */
    public void lazily(long step) {
        discriminatorStep();
        if (LazyRegularization.DISCRIMINATOR.isDue(step)) {
            r1Step();
        }
        generatorStep();
        if (LazyRegularization.GENERATOR.isDue(step)) {
            pathLengthStep();
        }
    }

    /** The generator's update by its loss. */
    public void generatorStep() {
        discriminator.learns(false);
        update(
                ofGenerator,
                1,
                scratch ->
                        LogisticLoss.ofGenerator(
                                discriminator.forward(images(styles(scratch, batch), batch))));
        discriminator.learns(true);
    }

    /** The discriminator's update by its loss. */
    public void discriminatorStep() {
        update(
                ofDiscriminator,
                1,
                scratch -> {
                    NDArray generated =
                            GradientMode.off(() -> images(styles(scratch, batch), batch));
                    return LogisticLoss.ofDiscriminator(
                            discriminator.forward(generated), discriminator.forward(real(scratch)));
                });
    }

    /** The discriminator's update by R1. */
    public void r1Step() {
        update(
                ofDiscriminator,
                LazyRegularization.DISCRIMINATOR.factor(),
                scratch -> r1.of(discriminator, real(scratch)));
    }

    /** The generator's update by path lengths, of half the images. */
    public void pathLengthStep() {
        int half = Math.max(1, batch / 2);
        update(
                ofGenerator,
                LazyRegularization.GENERATOR.factor(),
                scratch -> {
                    NDArray styles = styles(scratch, half);
                    return pathLength.of(images(styles, half), styles, new Seed(updates));
                });
    }

    /** Makes images and nothing else. */
    public float[] generate() {
        updates++;
        try (NDManager scratch = manager.newSubManager()) {
            return GradientMode.off(() -> images(styles(scratch, batch), batch).toFloatArray());
        }
    }

    private void update(Adam adam, double factor, Function<NDManager, NDArray> loss) {
        updates++;
        try (NDManager scratch = manager.newSubManager()) {
            try (GradientCollector gradients = Engine.getEngine("PyTorch").newGradientCollector()) {
                gradients.backward(loss.apply(scratch));
            }
            GradientMode.off(() -> adam.step(RATE, factor));
        }
    }

    private NDArray real(NDManager scratch) {
        NDArray copy = real.duplicate();
        copy.attach(scratch);
        return copy;
    }

    private NDArray styles(NDManager scratch, int count) {
        return generator.styles(
                Latents.of(scratch, seeds(count), config.dimensions().z()), Truncation.NONE);
    }

    private NDArray images(NDArray styles, int count) {
        return generator
                .synthesis()
                .forward(styles, GeneratorNoise.random(new Seed(updates), count));
    }

    private List<Seed> seeds(int count) {
        return LongStream.range(0, count).mapToObj(i -> new Seed(updates).derive("z", i)).toList();
    }

    /** How many arrays the networks' manager has. */
    public int arrays() {
        return manager.getManagedArrays().size();
    }

    @Override
    public void close() {
        manager.close();
    }
}
