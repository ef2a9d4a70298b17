package dev.fer4j.synthesis.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
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
import dev.fer4j.synthesis.network.GeneratorNoise;
import dev.fer4j.train.TrainingException;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.optim.Adam;
import dev.fer4j.train.optim.AdamConfig;
import dev.fer4j.train.optim.NonFinite;
import dev.fer4j.train.optim.WeightAverage;
import dev.fer4j.train.optim.WeightDecay;
import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

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

    /** Creates networks with random weights. */
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
        this.mixed = new MixedStyles(generator, plan.mixing());
    }

    private static Map<String, Parameter> prefixed(
            String prefix, Map<String, Parameter> parameters) {
        ImmutableMap.Builder<String, Parameter> named = ImmutableMap.builder();
        parameters.forEach((name, parameter) -> named.put(prefix + name, parameter));
        return named.buildOrThrow();
    }

    /**
     * Trains one step.
     *
     * @param number from 0
     * @param probability of augmentation
     * @param seed of this step
     */
    GanStep step(long number, RealImages real, double probability, Seed seed) {
        Optional<Double> pathPenalty = Optional.empty();
        discriminator.learns(false);
        generator.learns(true);
        double generatorLoss = trainGenerator(number, probability, seed.derive("generator"));
        if (plan.pathWeight() > 0 && LazyRegularization.GENERATOR.isDue(number)) {
            pathPenalty = Optional.of(regularizePaths(number, seed.derive("path")));
        }
        generator.learns(false);
        discriminator.learns(true);
        Judgement judgement =
                trainDiscriminator(number, real, probability, seed.derive("discriminator"));
        average(number);
        return new GanStep(
                generatorLoss,
                judgement.loss(),
                judgement.r1(),
                pathPenalty,
                judgement.realSigns());
    }

    private double trainGenerator(long number, double probability, Seed seed) {
        try (NDManager scratch = manager.newSubManager()) {
            double loss =
                    learn(
                            scratch,
                            () ->
                                    LogisticLoss.ofGenerator(
                                            discriminator.forward(
                                                    DiscriminatorAugmentation.apply(
                                                            mixed.images(
                                                                    scratch, plan.batch(), seed),
                                                            probability,
                                                            seed))));
            update(generatorAdam, generatorRate(), number);
            return loss;
        }
    }

    /** Half a batch is enough (Karras et al. 2020a, appendix B). */
    private double regularizePaths(long number, Seed seed) {
        int count = Math.max(1, plan.batch() / 2);
        try (NDManager scratch = manager.newSubManager()) {
            double penalty =
                    learn(
                            scratch,
                            () -> {
                                NDArray styles = mixed.styles(scratch, count, seed);
                                NDArray images =
                                        generator
                                                .synthesis()
                                                .forward(
                                                        styles, GeneratorNoise.random(seed, count));
                                return Scalars.times(
                                        path.of(images, styles, seed),
                                        LazyRegularization.GENERATOR.factor());
                            });
            update(generatorAdam, generatorRate(), number);
            return penalty / LazyRegularization.GENERATOR.factor();
        }
    }

    private record Judgement(double loss, Optional<Double> r1, double realSigns) {}

    private Judgement trainDiscriminator(
            long number, RealImages real, double probability, Seed seed) {
        double rate = LazyRegularization.DISCRIMINATOR.corrected(plan.rate());
        try (NDManager scratch = manager.newSubManager()) {
            NDArray generated =
                    GradientMode.off(
                            () ->
                                    DiscriminatorAugmentation.apply(
                                            mixed.images(scratch, plan.batch(), seed),
                                            probability,
                                            seed.derive("generated")));
            NDArray seen =
                    GradientMode.off(
                            () ->
                                    DiscriminatorAugmentation.apply(
                                            real.batch(
                                                    scratch, number * plan.batch(), plan.batch()),
                                            probability,
                                            seed.derive("real")));
            double[] signs = new double[1];
            double loss =
                    learn(
                            scratch,
                            () -> {
                                NDArray logits = discriminator.forward(seen);
                                for (float logit : logits.toFloatArray()) {
                                    signs[0] += Math.signum(logit) / plan.batch();
                                }
                                return LogisticLoss.ofDiscriminator(
                                        discriminator.forward(generated), logits);
                            });
            update(discriminatorAdam, rate, number);
            Optional<Double> penalty = Optional.empty();
            if (LazyRegularization.DISCRIMINATOR.isDue(number)) {
                double factor = LazyRegularization.DISCRIMINATOR.factor();
                penalty =
                        Optional.of(
                                learn(
                                                scratch,
                                                () ->
                                                        Scalars.times(
                                                                r1.of(discriminator, seen), factor))
                                        / factor);
                update(discriminatorAdam, rate, number);
            }
            return new Judgement(loss, penalty, signs[0]);
        }
    }

    /** Adds the gradients of a scalar, and returns its value. */
    private static double learn(NDManager scratch, Supplier<NDArray> loss) {
        try (GradientCollector gradients = PyTorch.engine().newGradientCollector()) {
            NDArray value = loss.get();
            value.attach(scratch);
            gradients.backward(value);
            return value.toType(DataType.FLOAT64, false).getDouble();
        }
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
