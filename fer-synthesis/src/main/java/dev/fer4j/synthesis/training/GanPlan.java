package dev.fer4j.synthesis.training;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.synthesis.loss.R1Penalty;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.train.DeviceChoice;
import java.util.Optional;

/**
 * How a generator and its discriminator are trained.
 *
 * @param network their sizes
 * @param images how many real images the discriminator sees in all
 * @param batch images of a step
 * @param rate the learning rate of both networks, 0.0025 in Karras et al. 2020b for small images,
 *     0.002 in 2020a; Adam's β are 0 and 0.99, its ε 1e-8
 * @param gamma γ of R1; empty for what is usual at this resolution and batch
 * @param pathWeight weight of the path-length penalty, 2 in the papers; 0 for none
 * @param mixing probability that the images of a step have styles of two latents each, 0.9 in the
 *     papers
 * @param averageImages after how many images the averaged generator has forgotten half, 10,000 in
 *     the papers
 * @param mirrored whether each real image is seen mirrored as often as not
 * @param augmentation for small data
 * @param every after how many images samples and a row of the history are written
 * @param device that computes
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
        AugmentationPlan augmentation,
        long every,
        DeviceChoice device) {

    public GanPlan {
        requireNonNull(network);
        requireNonNull(augmentation);
        requireNonNull(device);
        checkArgument(images >= 1, "images %s: expected 1 or more", images);
        checkArgument(batch >= 1 && batch <= 1024, "batch %s is not in 1..1024", batch);
        checkArgument(rate > 0 && rate < 1, "rate %s is not in (0, 1)", rate);
        gamma.ifPresent(g -> checkArgument(g >= 0 && g < 1e6, "gamma %s is not in [0, 1e6)", g));
        checkArgument(
                pathWeight >= 0 && pathWeight < 1e6,
                "pathWeight %s is not in [0, 1e6)",
                pathWeight);
        checkArgument(mixing >= 0 && mixing <= 1, "mixing %s is not in [0, 1]", mixing);
        checkArgument(averageImages >= 1, "averageImages %s: expected 1 or more", averageImages);
        checkArgument(every >= 1, "every %s: expected 1 or more", every);
    }

    /** The papers' settings for some network, on the CPU: 25 million images, batches of 32. */
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
                AugmentationPlan.ADAPTIVE,
                4_000,
                DeviceChoice.CPU);
    }

    /**
     * For CPUs and small sets of small images: 200,000 images, batches of 16, and an augmentation
     * that adapts five times as fast.
     */
    public static GanPlan small(StyleGan2Config network) {
        return paper(network).toBuilder()
                .images(200_000)
                .batch(16)
                .augmentation(new AugmentationPlan(0, 0.6, 100_000))
                .build();
    }

    /** γ, chosen or usual. */
    public double r1Gamma() {
        return gamma.orElseGet(() -> R1Penalty.usualGamma(network.resolution(), batch));
    }

    /** How many steps it takes. */
    public long steps() {
        return (images + batch - 1) / batch;
    }

    /** A builder that begins with these settings. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Changes settings of a plan, which are checked when it is built. */
    public static final class Builder {

        private final StyleGan2Config network;
        private final double pathWeight;
        private final double mixing;
        private final boolean mirrored;
        private long images;
        private int batch;
        private double rate;
        private Optional<Double> gamma;
        private long averageImages;
        private AugmentationPlan augmentation;
        private long every;
        private DeviceChoice device;

        private Builder(GanPlan plan) {
            this.network = plan.network;
            this.pathWeight = plan.pathWeight;
            this.mixing = plan.mixing;
            this.mirrored = plan.mirrored;
            this.images = plan.images;
            this.batch = plan.batch;
            this.rate = plan.rate;
            this.gamma = plan.gamma;
            this.averageImages = plan.averageImages;
            this.augmentation = plan.augmentation;
            this.every = plan.every;
            this.device = plan.device;
        }

        /** How many real images the discriminator sees in all. */
        public Builder images(long count) {
            images = count;
            return this;
        }

        /** Images of a step. */
        public Builder batch(int count) {
            batch = count;
            return this;
        }

        /** The learning rate. */
        public Builder rate(double value) {
            rate = value;
            return this;
        }

        /** The weight of R1. */
        public Builder gamma(double value) {
            gamma = Optional.of(value);
            return this;
        }

        /** After how many images the averaged generator has forgotten half. */
        public Builder averageImages(long count) {
            averageImages = count;
            return this;
        }

        /** What the discriminator's images go through. */
        public Builder augmentation(AugmentationPlan value) {
            augmentation = value;
            return this;
        }

        /** After how many images samples and a row of the history are written. */
        public Builder every(long count) {
            every = count;
            return this;
        }

        /** The device that computes. */
        public Builder device(DeviceChoice value) {
            device = value;
            return this;
        }

        /**
         * The plan.
         *
         * @throws IllegalArgumentException if a value is out of range
         */
        public GanPlan build() {
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
