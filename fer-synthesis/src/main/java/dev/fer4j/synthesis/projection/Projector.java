package dev.fer4j.synthesis.projection;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.core.parallel.OrderedPool;
import dev.fer4j.synthesis.network.Generator;
import dev.fer4j.synthesis.network.Latents;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.train.device.EngineInfo;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.GradientMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/**
 * Finds the styles for which a generator reproduces images (Karras et al. 2020a, appendix D), by
 * Adam, starting from the average w. Not for use while anything is trained in the same JVM.
 *
 * <p>The operations of small networks are too short to be shared by threads. Their groups are
 * therefore projected several at a time, each by one thread, and results do not depend on the
 * number of threads. Large networks, and those on a GPU, take one group at a time.
 *
 * <p>All random numbers come from Java and are the same on every device. On a CPU, the same group
 * gives the same bits in each run; on a GPU only with PyTorch's deterministic algorithms, which are
 * not asked for here, and with other rounding than on a CPU, which grows in a long search.
 */
public final class Projector {

    /** Number of latents from which the standard deviation of w is estimated. */
    private static final int ESTIMATED_FROM = 1000;

    private static final int LARGEST_GROUP = 8;

    /** The number of values in the largest feature maps of a group. */
    private static final long GROUP_VALUES = 1L << 21;

    /** The largest images of which groups are projected by one thread each, in pixels. */
    private static final int SMALL = 128;

    /** Groups at a time, so that memory suffices where there are many processors. */
    private static final int MOST_AT_A_TIME = 8;

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
                        return Math.sqrt(w.sub(generator.average()).square().mean().getFloat());
                    }
                });
    }

    /**
     * How many images are best projected together: 8 of small networks, fewer where their feature
     * maps are larger, so that memory suffices. Depends on the generator's configuration alone.
     */
    public int group() {
        return group(generator.config());
    }

    static int group(StyleGan2Config config) {
        long side = config.resolution();
        long values = side * side * config.channels(config.resolution());
        return (int) Math.max(1, Math.min(LARGEST_GROUP, GROUP_VALUES / values));
    }

    /**
     * Projects an image.
     *
     * @param target of any size; it is resized to the generator's, ignoring its aspect ratio
     * @param seed of noise and jitter
     * @throws PlanException if another thread of this JVM is projecting or training
     */
    public Projection project(RgbImage target, Seed seed) {
        return project(List.of(new ProjectionTarget(target, seed)), step -> {}).get(0);
    }

    /**
     * Projects images together, which is faster than one after another. Each has its own search;
     * that others are computed with it changes its result by rounding only, but a step of the
     * search is not exactly the same in another group.
     *
     * @param targets at least one; memory grows with their number, see {@link #group}
     * @param steps receives the number of finished steps, after each, in the thread that computes
     * @return the projections in the same order
     * @throws PlanException if another thread of this JVM is projecting or training
     */
    public List<Projection> project(List<ProjectionTarget> targets, IntConsumer steps) {
        return PyTorch.exclusively(
                () -> PyTorch.withThreads(threads(), () -> search(targets, steps)));
    }

    /**
     * Projects groups of images, several at a time if the networks are small. If a group fails, the
     * others that are being projected are given up.
     *
     * @throws PlanException if another thread of this JVM is projecting or training
     * @throws IOException from a group
     * @throws java.io.InterruptedIOException if this thread is interrupted; its interrupt status
     *     stays set
     */
    public void project(List<ProjectionGroup> groups) throws IOException {
        int atATime = isSmall() ? Math.min(MOST_AT_A_TIME, EngineInfo.current().threads()) : 1;
        try {
            PyTorch.exclusively(
                    () -> PyTorch.withThreads(threads(), () -> project(groups, atATime)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<Integer> project(List<ProjectionGroup> groups, int atATime) {
        try {
            return OrderedPool.run(
                    "projecting",
                    groups,
                    atATime,
                    this::finish,
                    size -> "",
                    ProgressListener.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Projects a group; returns the number of its images. */
    private int finish(ProjectionGroup group) throws IOException {
        List<Projection> projections = search(group.targets(), group::stepped);
        group.finished(projections);
        return projections.size();
    }

    private List<Projection> search(List<ProjectionTarget> targets, IntConsumer steps) {
        checkArgument(!targets.isEmpty(), "there is nothing to project");
        try (NDManager manager = generator.average().getManager().newSubManager()) {
            return new ProjectionSearch(manager, generator, plan, perceptual, deviation, targets)
                    .run(steps);
        }
    }

    private boolean isSmall() {
        return generator.config().resolution() <= SMALL && !generator.average().getDevice().isGpu();
    }

    /** The number of threads for each operation. */
    private int threads() {
        return isSmall() ? 1 : EngineInfo.current().threads();
    }
}
