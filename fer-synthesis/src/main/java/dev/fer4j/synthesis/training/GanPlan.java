package dev.fer4j.synthesis.training;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import dev.fer4j.synthesis.loss.R1Penalty;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.train.device.DeviceChoice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Settings for training a generator and its discriminator. Settings may be changed in any order;
 * the plan is checked as a whole where it is used, and all problems are reported at once.
 *
 * @param network sizes of both networks
 * @param images total number of real images that the discriminator sees
 * @param batch images per step
 * @param rate the learning rate of both networks, 0.0025 in Karras et al. 2020b for small images,
 *     0.002 in 2020a; Adam's β are 0 and 0.99, its ε 1e-8
 * @param gamma γ of R1; empty for the default at this resolution and batch size
 * @param pathWeight weight of the path-length penalty, 2 in the papers; 0 for none
 * @param mixing probability that the images of a step have styles of two latents each, 0.9 in the
 *     papers
 * @param averageImages half-life of the averaged generator in images, 10,000 in the papers
 * @param mirrored whether real images are mirrored with probability 0.5
 * @param augmentation of the discriminator's images, for small data sets
 * @param every number of images between samples and rows of the history
 * @param device to train on
 */
public record GanPlan(
        StyleGan2Config network,
        long images,
        int batch,
        double rate,
        Optional<Double> gamma,
        double pathWeight,
        double mixing,
        long averageImages,
        boolean mirrored,
        AugmentationStrength augmentation,
        long every,
        DeviceChoice device) {

    /** Checks that nothing is missing. Ranges are checked all at once, by {@link #problems}. */
    public GanPlan {
        requireNonNull(network);
        requireNonNull(gamma);
        requireNonNull(augmentation);
        requireNonNull(device);
    }

    /** All settings that are out of range. */
    public List<Problem> problems() {
        ImmutableList.Builder<Problem> all = ImmutableList.builder();
        check(all, images >= 1, "images", images, "1 or more");
        check(all, batch >= 1 && batch <= 1024, "batch", batch, "1 to 1024");
        check(all, rate > 0 && rate < 1, "rate", rate, "a number in (0, 1)");
        gamma.ifPresent(g -> check(all, g >= 0 && g < 1e6, "gamma", g, "a number in [0, 1e6)"));
        check(
                all,
                pathWeight >= 0 && pathWeight < 1e6,
                "pathWeight",
                pathWeight,
                "a number in [0, 1e6)");
        check(all, mixing >= 0 && mixing <= 1, "mixing", mixing, "a number in [0, 1]");
        check(all, averageImages >= 1, "averageImages", averageImages, "1 or more");
        check(all, every >= 1, "every", every, "1 or more");
        return all.build();
    }

    private static void check(
            ImmutableList.Builder<Problem> problems,
            boolean fits,
            String name,
            Number value,
            String expected) {
        if (!fits) {
            problems.add(
                    new Problem(
                            Problem.Kind.BAD_SETTING,
                            name + " " + value,
                            "expected " + expected,
                            ""));
        }
    }

    /**
     * Checks the whole plan, as {@link GanTraining#run} does before anything else.
     *
     * @throws PlanException if there are {@link #problems}, naming all of them
     */
    public void requireValid() {
        if (!problems().isEmpty()) {
            throw new PlanException(problems());
        }
    }

    /** The papers' settings for a network, on the CPU: 25 million images in batches of 32. */
    public static GanPlan paper(StyleGan2Config network) {
        return new GanPlan(
                network,
                25_000_000,
                32,
                0.0025,
                Optional.empty(),
                2,
                0.9,
                10_000,
                true,
                AugmentationStrength.ADAPTIVE,
                4_000,
                DeviceChoice.CPU);
    }

    /**
     * Settings for CPUs and small sets of small images: 200,000 images in batches of 16, and an
     * augmentation that adapts five times as fast.
     */
    public static GanPlan small(StyleGan2Config network) {
        return paper(network)
                .withImages(200_000)
                .withBatch(16)
                .withAugmentation(new AugmentationStrength(0, 0.6, 100_000));
    }

    /** γ, as set or by default. */
    public double r1Gamma() {
        return gamma.orElseGet(() -> R1Penalty.usualGamma(network.resolution(), batch));
    }

    /** The number of steps. */
    public long steps() {
        return (images + batch - 1) / batch;
    }

    /** Returns a copy with a different total number of real images. */
    public GanPlan withImages(long count) {
        return with(copy -> copy.images = count);
    }

    /** Returns a copy with a different number of images per step. */
    public GanPlan withBatch(int count) {
        return with(copy -> copy.batch = count);
    }

    public GanPlan withRate(double value) {
        return with(copy -> copy.rate = value);
    }

    /** Returns a copy with a different weight of R1. */
    public GanPlan withGamma(double value) {
        return with(copy -> copy.gamma = Optional.of(value));
    }

    /** Returns a copy with a different weight of the path-length penalty. */
    public GanPlan withPathWeight(double value) {
        return with(copy -> copy.pathWeight = value);
    }

    /** Returns a copy with a different probability of style mixing. */
    public GanPlan withMixing(double probability) {
        return with(copy -> copy.mixing = probability);
    }

    /** Returns a copy with a different half-life of the averaged generator, in images. */
    public GanPlan withAverageImages(long count) {
        return with(copy -> copy.averageImages = count);
    }

    /** Returns a copy in which real images are mirrored with probability 0.5, or never. */
    public GanPlan withMirrored(boolean value) {
        return with(copy -> copy.mirrored = value);
    }

    public GanPlan withAugmentation(AugmentationStrength value) {
        return with(copy -> copy.augmentation = value);
    }

    /** Returns a copy with a different number of images between rows of the history. */
    public GanPlan withEvery(long count) {
        return with(copy -> copy.every = count);
    }

    public GanPlan withDevice(DeviceChoice value) {
        return with(copy -> copy.device = value);
    }

    private GanPlan with(Consumer<Draft> change) {
        Draft copy = new Draft(this);
        change.accept(copy);
        return copy.plan();
    }

    private static final class Draft {
        private final StyleGan2Config network;
        private long images;
        private int batch;
        private double rate;
        private Optional<Double> gamma;
        private double pathWeight;
        private double mixing;
        private long averageImages;
        private boolean mirrored;
        private AugmentationStrength augmentation;
        private long every;
        private DeviceChoice device;

        Draft(GanPlan plan) {
            network = plan.network;
            images = plan.images;
            batch = plan.batch;
            rate = plan.rate;
            gamma = plan.gamma;
            pathWeight = plan.pathWeight;
            mixing = plan.mixing;
            averageImages = plan.averageImages;
            mirrored = plan.mirrored;
            augmentation = plan.augmentation;
            every = plan.every;
            device = plan.device;
        }

        GanPlan plan() {
            return new GanPlan(
                    network,
                    images,
                    batch,
                    rate,
                    gamma,
                    pathWeight,
                    mixing,
                    averageImages,
                    mirrored,
                    augmentation,
                    every,
                    device);
        }
    }
}
