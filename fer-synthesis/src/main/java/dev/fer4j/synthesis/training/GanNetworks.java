package dev.fer4j.synthesis.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import com.google.common.collect.ImmutableMap;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.internal.Scalars;
import dev.fer4j.synthesis.loss.LazyRegularization;
import dev.fer4j.synthesis.loss.LogisticLoss;
import dev.fer4j.synthesis.loss.PathLengthPenalty;
import dev.fer4j.synthesis.loss.R1Penalty;
import dev.fer4j.synthesis.network.Discriminator;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.NormalNumbers;
import dev.fer4j.train.TrainingException;
import dev.fer4j.train.device.HostValues;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.optim.Adam;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.optim.NonFinite;
import dev.fer4j.train.optim.WeightAverage;
import dev.fer4j.train.optim.WeightDecay;
import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Both networks with all state that changes in training: optimizers, the averaged generator, the
 * average path length. A step trains the generator and then the discriminator (Karras et al. 2020a,
 * appendix B), each with its regularization when that is due.
 */
final class GanNetworks implements AutoCloseable {

    private static final AdamConfig ADAM =
            new AdamConfig(0, 0.99, 1e-8, AdamConfig.Form.TEXTBOOK, new WeightDecay.None());

    /** The weight of new path lengths in their average, 0.01 in the paper. */
    private static final double PATH_DECAY = 0.01;

    private static final String WEIGHTS = "weights/";

    private final NDManager manager;
    private final GanPlan plan;
    private final Generator generator;
    private final Discriminator discriminator;
    private final Map<String, Parameter> parameters;
    private final Adam generatorAdam;
    private final Adam discriminatorAdam;
    private final WeightAverage average;
    private final R1Penalty r1;
    private final PathLengthPenalty path;
    private final MixedStyles mixed;

    /**
     * Creates networks with random weights.
     *
     * @param manager owns them
     */
    GanNetworks(NDManager manager, GanPlan plan, Seed seed) {
        this.manager = manager;
        this.plan = plan;
        this.generator = Generator.create(manager, plan.network(), seed.derive("generator"));
        this.discriminator =
                Discriminator.create(manager, plan.network(), seed.derive("discriminator"));
        Map<String, Parameter> ofGenerator = prefixed("generator.", generator.parameters());
        Map<String, Parameter> ofDiscriminator =
                prefixed("discriminator.", discriminator.parameters());
        this.parameters =
                ImmutableMap.<String, Parameter>builder()
                        .putAll(ofGenerator)
                        .putAll(ofDiscriminator)
                        .buildOrThrow();
        boolean regularized = plan.pathWeight() > 0;
        this.generatorAdam =
                new Adam(
                        manager,
                        ofGenerator,
                        regularized ? LazyRegularization.GENERATOR.corrected(ADAM) : ADAM,
                        Map.of());
        this.discriminatorAdam =
                new Adam(
                        manager,
                        ofDiscriminator,
                        LazyRegularization.DISCRIMINATOR.corrected(ADAM),
                        Map.of());
        this.average =
                new WeightAverage(
                        manager,
                        ofGenerator,
                        Math.pow(0.5, (double) plan.batch() / plan.averageImages()));
        this.r1 = new R1Penalty(manager, plan.r1Gamma());
        this.path = new PathLengthPenalty(manager, plan.pathWeight(), PATH_DECAY);
        this.mixed =
                new MixedStyles(generator, plan.mixing(), NormalNumbers.on(manager.getDevice()));
    }

    private static Map<String, Parameter> prefixed(
            String prefix, Map<String, Parameter> parameters) {
        ImmutableMap.Builder<String, Parameter> named = ImmutableMap.builder();
        parameters.forEach((name, parameter) -> named.put(prefix + name, parameter));
        return named.buildOrThrow();
    }

    /**
     * Trains one step. What it is asked for is read from the device at the end, in one piece.
     *
     * @param number from 0
     * @param probability of augmentation
     * @param seed of this step
     */
    GanStep step(long number, RealImages real, double probability, Seed seed) {
        try (NDManager results = manager.newSubManager()) {
            discriminator.learns(false);
            generator.learns(true);
            NDArray generatorLoss =
                    trainGenerator(results, number, probability, seed.derive("generator"));
            Optional<NDArray> pathPenalty = Optional.empty();
            if (plan.pathWeight() > 0 && LazyRegularization.GENERATOR.isDue(number)) {
                pathPenalty = Optional.of(regularizePaths(results, number, seed.derive("path")));
            }
            generator.learns(false);
            discriminator.learns(true);
            Judgement judgement =
                    trainDiscriminator(
                            results, number, real, probability, seed.derive("discriminator"));
            average(number);
            return read(generatorLoss, pathPenalty, judgement);
        }
    }

    /**
     * What the discriminator said of a batch.
     *
     * @param loss a scalar
     * @param r1 the penalty times its factor, a scalar
     * @param logits of the real images, {@code (N, 1)}
     */
    private record Judgement(NDArray loss, Optional<NDArray> r1, NDArray logits) {}

    private GanStep read(
            NDArray generatorLoss, Optional<NDArray> pathPenalty, Judgement judgement) {
        NDList parts = new NDList(generatorLoss.reshape(1), judgement.loss().reshape(1));
        pathPenalty.ifPresent(penalty -> parts.add(penalty.reshape(1)));
        judgement.r1().ifPresent(penalty -> parts.add(penalty.reshape(1)));
        parts.add(judgement.logits().reshape(-1));
        FloatBuffer values = FloatBuffer.wrap(HostValues.floats(NDArrays.concat(parts)));
        double ofGenerator = values.get();
        double ofDiscriminator = values.get();
        Optional<Double> path =
                pathPenalty.map(
                        penalty -> (double) values.get() / LazyRegularization.GENERATOR.factor());
        Optional<Double> ofR1 =
                judgement
                        .r1()
                        .map(
                                penalty ->
                                        (double) values.get()
                                                / LazyRegularization.DISCRIMINATOR.factor());
        double signs = 0;
        while (values.hasRemaining()) {
            signs += Math.signum(values.get()) / plan.batch();
        }
        return new GanStep(ofGenerator, ofDiscriminator, ofR1, path, signs);
    }

    private NDArray trainGenerator(NDManager results, long number, double probability, Seed seed) {
        try (NDManager scratch = manager.newSubManager()) {
            UnaryOperator<NDArray> augmentation = augmentation(scratch, probability, seed);
            NDArray loss =
                    learn(
                            results,
                            () ->
                                    LogisticLoss.ofGenerator(
                                            discriminator.forward(
                                                    augmentation.apply(
                                                            mixed.images(
                                                                    scratch,
                                                                    plan.batch(),
                                                                    seed)))));
            update(generatorAdam, generatorRate(), number);
            return loss;
        }
    }

    private UnaryOperator<NDArray> augmentation(NDManager scratch, double probability, Seed seed) {
        int side = plan.network().resolution();
        return DiscriminatorAugmentation.drawn(
                scratch, new Shape(plan.batch(), 3, side, side), probability, seed);
    }

    /** Half a batch is enough (Karras et al. 2020a, appendix B). */
    private NDArray regularizePaths(NDManager results, long number, Seed seed) {
        int count = Math.max(1, plan.batch() / 2);
        try (NDManager scratch = manager.newSubManager()) {
            NDArray penalty =
                    learn(
                            results,
                            () -> {
                                NDArray styles = mixed.styles(scratch, count, seed);
                                NDArray images = mixed.images(styles, seed);
                                return Scalars.times(
                                        path.of(images, styles, seed),
                                        LazyRegularization.GENERATOR.factor());
                            });
            update(generatorAdam, generatorRate(), number);
            return penalty;
        }
    }

    private Judgement trainDiscriminator(
            NDManager results, long number, RealImages real, double probability, Seed seed) {
        double rate = LazyRegularization.DISCRIMINATOR.corrected(plan.rate());
        try (NDManager scratch = manager.newSubManager()) {
            UnaryOperator<NDArray> ofReal = augmentation(scratch, probability, seed.derive("real"));
            UnaryOperator<NDArray> ofGenerated =
                    augmentation(scratch, probability, seed.derive("generated"));
            NDArray seen =
                    GradientMode.off(
                            () ->
                                    ofReal.apply(
                                            real.batch(
                                                    scratch, number * plan.batch(), plan.batch())));
            NDArray generated =
                    GradientMode.off(
                            () -> ofGenerated.apply(mixed.images(scratch, plan.batch(), seed)));
            NDList logits = new NDList();
            NDArray loss =
                    learn(
                            results,
                            () -> {
                                logits.add(discriminator.forward(seen));
                                return LogisticLoss.ofDiscriminator(
                                        discriminator.forward(generated), logits.get(0));
                            });
            update(discriminatorAdam, rate, number);
            Optional<NDArray> penalty = Optional.empty();
            if (LazyRegularization.DISCRIMINATOR.isDue(number)) {
                penalty =
                        Optional.of(
                                learn(
                                        results,
                                        () ->
                                                Scalars.times(
                                                        r1.of(discriminator, seen),
                                                        LazyRegularization.DISCRIMINATOR
                                                                .factor())));
                update(discriminatorAdam, rate, number);
            }
            return new Judgement(loss, penalty, withoutGraph(logits.get(0), results));
        }
    }

    /** Adds the gradients of a scalar; its value belongs to {@code results}. */
    private static NDArray learn(NDManager results, Supplier<NDArray> loss) {
        try (GradientCollector gradients = PyTorch.engine().newGradientCollector()) {
            NDArray value = loss.get();
            gradients.backward(value);
            return withoutGraph(value, results);
        }
    }

    private static NDArray withoutGraph(NDArray value, NDManager owner) {
        NDArray detached = value.stopGradient();
        detached.attach(owner);
        return detached;
    }

    private double generatorRate() {
        return plan.pathWeight() > 0
                ? LazyRegularization.GENERATOR.corrected(plan.rate())
                : plan.rate();
    }

    private static void update(Adam adam, double rate, long number) {
        Optional<NonFinite> problem = GradientMode.off(() -> adam.step(rate, 1));
        if (problem.isPresent()) {
            throw new TrainingException(
                    ("the %s of %s is not finite in step %s, at a learning rate "
                                    + "of %s: try a lower one, or a larger gamma")
                            .formatted(
                                    problem.get().quantity().toString().toLowerCase(Locale.ROOT),
                                    problem.get().path(),
                                    number + 1,
                                    rate));
        }
    }

    private void average(long number) {
        GradientMode.off(
                () -> {
                    average.update(number + 1);
                    return number;
                });
    }

    /** A generator with the averaged weights, which are those to generate images with. */
    Generator averaged(NDManager owner) {
        Generator copy = Generator.create(owner, plan.network(), new Seed(0));
        copy.learns(false);
        GradientMode.off(
                () -> {
                    average.applyTo(prefixed("generator.", copy.parameters()));
                    return copy;
                });
        return copy;
    }

    NDManager manager() {
        return manager;
    }

    Discriminator discriminator() {
        return discriminator;
    }

    /** The scalars that a state needs besides tensors. */
    record Numbers(
            Map<String, Long> generatorSteps, Map<String, Long> discriminatorSteps, double path) {}

    Numbers numbers() {
        return new Numbers(generatorAdam.steps(), discriminatorAdam.steps(), path.average());
    }

    /** All tensors; their bytes are read when requested. */
    List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        parameters.forEach(
                (name, parameter) -> tensors.add(Tensor.of(WEIGHTS + name, parameter.getArray())));
        tensors.addAll(generatorAdam.moments());
        tensors.addAll(discriminatorAdam.moments());
        tensors.addAll(average.tensors());
        return tensors;
    }

    /** Restores an earlier state. */
    void restore(Numbers numbers, Function<String, ByteBuffer> bytes) {
        GradientMode.off(
                () -> {
                    parameters.forEach(
                            (name, parameter) -> {
                                NDArray array = parameter.getArray();
                                try (NDArray saved =
                                        manager.create(
                                                bytes.apply(WEIGHTS + name).asFloatBuffer(),
                                                array.getShape())) {
                                    array.set(new NDIndex("..."), saved);
                                }
                            });
                    generatorAdam.restore(numbers.generatorSteps(), bytes);
                    discriminatorAdam.restore(numbers.discriminatorSteps(), bytes);
                    average.restore(bytes);
                    path.restore(numbers.path());
                    return numbers;
                });
    }

    @Override
    public void close() {
        manager.close();
    }
}
