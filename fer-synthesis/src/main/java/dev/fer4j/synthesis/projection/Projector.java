package dev.fer4j.synthesis.projection;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.image.Pixels;
import dev.fer4j.synthesis.internal.OwnedArrays;
import dev.fer4j.synthesis.internal.Scalars;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.Latents;
import dev.fer4j.synthesis.network.Styles;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.optim.Adam;
import dev.fer4j.train.optim.AdamConfig;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * Finds the styles for which a generator reproduces an image (Karras et al. 2020a, appendix D), by
 * Adam, starting from the average w. Not safe for use by several threads at a time, nor while
 * anything is trained in the same JVM: DJL allows one gradient collector.
 */
public final class Projector {

    /** Number of latents from which the standard deviation of w is estimated. */
    private static final int ESTIMATED_FROM = 1000;

    private static final int POINTS = 50;

    private final Generator generator;
    private final ProjectionPlan plan;
    private final Optional<PerceptualDistance> perceptual;
    private final double deviation;

    /**
     * Creates a projector for a generator.
     *
     * @param generator with gradients off ({@link Generator#learns})
     * @param perceptual the distance between features; if empty, only pixels are compared
     * @throws PlanException if the plan has {@link ProjectionPlan#problems}, or weights only
     *     features and there is no network for them
     */
    public Projector(
            Generator generator, ProjectionPlan plan, Optional<PerceptualDistance> perceptual) {
        this.generator = requireNonNull(generator);
        this.plan = requireNonNull(plan);
        this.perceptual = requireNonNull(perceptual);
        plan.requireValid();
        if (plan.weights().pixels() == 0 && perceptual.isEmpty()) {
            throw new PlanException(
                    Problem.Kind.BAD_SETTING,
                    plan.weights().toString(),
                    "without weight of pixels a network for features is needed",
                    "give a perceptual distance");
        }
        this.deviation = deviation();
    }

    /** The standard deviation of the elements of w about the average. */
    private double deviation() {
        List<Seed> seeds =
                LongStream.range(0, ESTIMATED_FROM)
                        .mapToObj(i -> new Seed(0).derive("projection", i))
                        .toList();
        return GradientMode.off(
                () -> {
                    try (NDManager scratch = generator.average().getManager().newSubManager()) {
                        NDArray z = Latents.of(scratch, seeds, generator.config().dimensions().z());
                        NDArray w = generator.mapping().forward(z);
                        return Math.sqrt(number(w.sub(generator.average()).square().mean()));
                    }
                });
    }

    /**
     * Projects an image.
     *
     * @param target of any size; it is resized to the generator's, ignoring its aspect ratio
     * @param seed of noise and jitter
     * @throws PlanException if another thread of this JVM is projecting or training
     */
    public Projection project(RgbImage target, Seed seed) {
        return PyTorch.exclusively(() -> projectAlone(target, seed));
    }

    private Projection projectAlone(RgbImage target, Seed seed) {
        try (NDManager manager = generator.average().getManager().newSubManager()) {
            return new Search(manager, target, seed).run();
        }
    }

    private static double number(NDArray array) {
        return array.toType(DataType.FLOAT64, false).getDouble();
    }

    /** The optimization for one image. */
    private final class Search {

        private final NDManager manager;
        private final Seed seed;
        private final NDArray target;
        private final Optional<NDList> targetFeatures;
        private final Parameter w;
        private final NoiseMaps noise;
        private final Adam adam;
        private final List<Projection.Point> trajectory = new ArrayList<>();

        Search(NDManager manager, RgbImage image, Seed seed) {
            this.manager = manager;
            this.seed = seed;
            int side = generator.config().resolution();
            this.target = Pixels.toArray(manager, List.of(ImageFiles.resize(image, side, side)));
            this.targetFeatures = perceptual.map(p -> GradientMode.off(() -> p.features(target)));
            this.w = start();
            this.noise = new NoiseMaps(manager, generator.config(), seed.derive("noise"));
            Map<String, Parameter> parameters = new LinkedHashMap<>();
            parameters.put("w", w);
            parameters.putAll(noise.parameters());
            this.adam = new Adam(manager, parameters, AdamConfig.TEXTBOOK, Map.of());
        }

        /** The average w, once or for each layer. */
        private Parameter start() {
            int rows = plan.space() == ProjectionPlan.Space.W ? 1 : generator.config().styles();
            float[] average = generator.average().toFloatArray();
            FloatBuffer values = FloatBuffer.allocate(rows * average.length);
            for (int i = 0; i < rows; i++) {
                values.put(average);
            }
            Parameter parameter =
                    Parameter.builder()
                            .setName("w")
                            .setType(Parameter.Type.WEIGHT)
                            .optRequiresGrad(true)
                            .build();
            NDArray array =
                    OwnedArrays.of(
                            manager,
                            values.flip(),
                            new Shape(rows, average.length),
                            DataType.FLOAT32);
            parameter.setArray(array);
            array.setRequiresGradient(true);
            return parameter;
        }

        Projection run() {
            for (int step = 0; step < plan.steps(); step++) {
                step(step);
            }
            return GradientMode.off(this::end);
        }

        private void step(int step) {
            try (NDManager scratch = manager.newSubManager()) {
                double loss;
                double pixels;
                try (GradientCollector gradients = PyTorch.engine().newGradientCollector()) {
                    NDArray image = image(styles(scratch, step));
                    NDArray difference = image.sub(target).square().mean();
                    NDArray all = Scalars.times(difference, plan.weights().pixels());
                    if (targetFeatures.isPresent()) {
                        NDArray distance =
                                PerceptualDistance.between(
                                        perceptual.orElseThrow().features(image),
                                        targetFeatures.get());
                        all = all.add(Scalars.times(distance, plan.weights().features()));
                    }
                    if (plan.weights().noise() > 0) {
                        all = all.add(Scalars.times(noise.correlations(), plan.weights().noise()));
                    }
                    gradients.backward(all);
                    loss = number(all);
                    pixels = number(difference);
                }
                if (step % Math.max(1, plan.steps() / POINTS) == 0 || step == plan.steps() - 1) {
                    trajectory.add(new Projection.Point(step, loss, pixels));
                }
                GradientMode.off(() -> adam.step(plan.rateAt(step), 1));
                GradientMode.off(
                        () -> {
                            noise.normalize();
                            return step;
                        });
            }
        }

        /** The styles with the jitter of a step. */
        private NDArray styles(NDManager scratch, int step) {
            NDArray rows = w.getArray();
            double jitter = deviation * plan.jitterAt(step);
            RandomGenerator random = seed.derive("jitter", step).generator();
            FloatBuffer values = FloatBuffer.allocate((int) rows.getShape().size());
            while (values.hasRemaining()) {
                values.put((float) (jitter * random.nextGaussian()));
            }
            // In this order, the sum belongs to the scratch manager.
            return everywhere(
                    OwnedArrays.of(scratch, values.flip(), rows.getShape(), DataType.FLOAT32)
                            .add(rows));
        }

        private NDArray everywhere(NDArray rows) {
            return plan.space() == ProjectionPlan.Space.W
                    ? Styles.everywhere(rows, generator.config().styles())
                    : rows.expandDims(0);
        }

        private NDArray image(NDArray styles) {
            return generator.synthesis().forward(styles, noise.noise());
        }

        private Projection end() {
            NDArray styles = everywhere(w.getArray().mul(1));
            NDArray image = image(styles);
            double difference = number(image.sub(target).square().mean());
            ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();
            for (float value : styles.toFloatArray()) {
                values.add(value);
            }
            return new Projection(
                    values.build().asList(),
                    generator.config().styles(),
                    difference,
                    difference <= plan.threshold(),
                    trajectory,
                    Pixels.toImages(image).get(0));
        }
    }
}
