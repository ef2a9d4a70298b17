package dev.fer4j.synthesis.projection;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.image.Pixels;
import dev.fer4j.synthesis.internal.OwnedArrays;
import dev.fer4j.synthesis.internal.Scalars;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.Styles;
import dev.fer4j.train.device.HostValues;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.optim.Adam;
import dev.fer4j.train.optim.AdamConfig;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/**
 * The optimization for a group of images. Losses are summed over images and everything else is done
 * for each by itself, so that the gradients and steps of one do not depend on the others.
 */
final class ProjectionSearch {

    private static final int POINTS = 50;

    /** All axes but that of images. */
    private static final int[] EACH = {1, 2, 3};

    private final NDManager manager;
    private final Generator generator;
    private final ProjectionPlan plan;
    private final Optional<PerceptualDistance> perceptual;
    private final double deviation;
    private final List<Seed> seeds;
    private final NDArray targets;
    private final Optional<NDList> targetFeatures;
    private final Parameter w;
    private final NoiseMaps noise;
    private final Adam adam;
    private final List<List<Projection.Point>> trajectories = new ArrayList<>();

    /**
     * Prepares a search.
     *
     * @param manager owns its arrays
     * @param deviation the standard deviation of w
     */
    ProjectionSearch(
            NDManager manager,
            Generator generator,
            ProjectionPlan plan,
            Optional<PerceptualDistance> perceptual,
            double deviation,
            List<ProjectionTarget> images) {
        this.manager = manager;
        this.generator = generator;
        this.plan = plan;
        this.perceptual = perceptual;
        this.deviation = deviation;
        this.seeds = images.stream().map(ProjectionTarget::seed).toList();
        int side = generator.config().resolution();
        List<RgbImage> sized =
                images.stream()
                        .map(target -> ImageFiles.resize(target.image(), side, side))
                        .toList();
        this.targets = Pixels.toArray(manager, sized);
        this.targetFeatures = perceptual.map(p -> GradientMode.off(() -> p.features(targets)));
        this.w = start();
        this.noise =
                new NoiseMaps(
                        manager,
                        generator.config(),
                        seeds.stream().map(seed -> seed.derive("noise")).toList());
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        parameters.put("w", w);
        parameters.putAll(noise.parameters());
        this.adam = new Adam(manager, parameters, AdamConfig.TEXTBOOK, Map.of());
        images.forEach(image -> trajectories.add(new ArrayList<>()));
    }

    /** The average w for each image, once or for each layer: {@code (N, rows, wDim)}. */
    private Parameter start() {
        int rows = plan.space() == ProjectionPlan.Space.W ? 1 : generator.config().styles();
        float[] average = HostValues.floats(generator.average());
        Shape shape = new Shape(seeds.size(), rows, average.length);
        FloatBuffer values = FloatBuffer.allocate(Math.toIntExact(shape.size()));
        while (values.hasRemaining()) {
            values.put(average);
        }
        Parameter parameter =
                Parameter.builder()
                        .setName("w")
                        .setType(Parameter.Type.WEIGHT)
                        .optRequiresGrad(true)
                        .build();
        NDArray array = OwnedArrays.of(manager, values.flip(), shape, DataType.FLOAT32);
        parameter.setArray(array);
        array.setRequiresGradient(true);
        return parameter;
    }

    List<Projection> run(IntConsumer steps) {
        for (int step = 0; step < plan.steps(); step++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted in step " + step);
            }
            step(step);
            steps.accept(step + 1);
        }
        return GradientMode.off(this::end);
    }

    private void step(int step) {
        try (NDManager scratch = manager.newSubManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDList found = GradientMode.on(() -> gradients(scratch, step));
            if (step % Math.max(1, plan.steps() / POINTS) == 0 || step == plan.steps() - 1) {
                record(step, found.get(0), found.get(1));
            }
        }
        GradientMode.off(
                () -> {
                    // One image's values may overflow: the others' gradients must not add up.
                    adam.step(plan.rateAt(step), 1).ifPresent(found -> adam.zeroGradients());
                    noise.normalize();
                    return step;
                });
    }

    /** Computes the gradients of a step; returns the loss and pixel difference of each image. */
    private NDList gradients(NDManager scratch, int step) {
        NDArray image = image(styles(scratch, step));
        NDArray difference = Scalars.mean(image.sub(targets).square(), EACH);
        NDArray losses = losses(image, difference);
        GradientMode.backward(losses);
        return new NDList(losses, difference);
    }

    /** The loss of each image, {@code (N)}. */
    private NDArray losses(NDArray image, NDArray difference) {
        NDArray all = Scalars.times(difference, plan.weights().pixels());
        if (targetFeatures.isPresent()) {
            NDArray distance =
                    PerceptualDistance.between(
                            perceptual.orElseThrow().features(image), targetFeatures.get());
            all = all.add(Scalars.times(distance, plan.weights().features()));
        }
        if (plan.weights().noise() > 0) {
            all = all.add(Scalars.times(noise.correlations(), plan.weights().noise()));
        }
        return all;
    }

    private void record(int step, NDArray losses, NDArray differences) {
        float[] loss = losses.toFloatArray();
        float[] difference = differences.toFloatArray();
        for (int i = 0; i < loss.length; i++) {
            trajectories.get(i).add(new Projection.Point(step, loss[i], difference[i]));
        }
    }

    /** The styles with the jitter of a step. */
    private NDArray styles(NDManager scratch, int step) {
        NDArray rows = w.getArray();
        double jitter = deviation * plan.jitterAt(step);
        FloatBuffer values = FloatBuffer.allocate(Math.toIntExact(rows.getShape().size()));
        int each = values.capacity() / seeds.size();
        for (Seed seed : seeds) {
            RandomGenerator random = seed.derive("jitter", step).generator();
            for (int i = 0; i < each; i++) {
                values.put((float) (jitter * random.nextGaussian()));
            }
        }
        // In this order, the sum belongs to the scratch manager.
        return everywhere(
                OwnedArrays.of(scratch, values.flip(), rows.getShape(), DataType.FLOAT32)
                        .add(rows));
    }

    private NDArray everywhere(NDArray rows) {
        return plan.space() == ProjectionPlan.Space.W
                ? Styles.everywhere(rows.squeeze(1), generator.config().styles())
                : rows;
    }

    private NDArray image(NDArray styles) {
        return generator.synthesis().forward(styles, noise.noise());
    }

    private List<Projection> end() {
        NDArray styles = everywhere(w.getArray().mul(1));
        NDArray image = image(styles);
        float[] differences = Scalars.mean(image.sub(targets).square(), EACH).toFloatArray();
        float[] values = styles.toFloatArray();
        int each = values.length / seeds.size();
        List<RgbImage> images = Pixels.toImages(image);
        List<Projection> projections = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            ImmutableDoubleArray.Builder own = ImmutableDoubleArray.builder(each);
            for (int j = i * each; j < (i + 1) * each; j++) {
                own.add(values[j]);
            }
            projections.add(
                    new Projection(
                            own.build().asList(),
                            generator.config().styles(),
                            differences[i],
                            differences[i] <= plan.threshold(),
                            trajectories.get(i),
                            images.get(i)));
        }
        return projections;
    }
}
