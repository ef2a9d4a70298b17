package dev.fer4j.benchmarks.gpu;

import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.Xception;
import java.util.List;

/** How much there is to compute. */
enum Scale {
    /** The paper's sizes, for a GPU. */
    FULL(Xception.FULL, 299, List.of(16, 64), 5, 20, 1024, List.of(64, 128, 256), 32, 32, 2000),

    /** As little as goes through all stages, for a trial on a CPU. Its times mean nothing. */
    TINY(
            Xception.FULL.withWidth(0.03).withMiddleRepeats(1),
            Xception.SMALLEST_INPUT,
            List.of(2, 4),
            1,
            2,
            8,
            List.of(16, 32),
            2,
            4,
            40);

    private final Xception network;
    private final int size;
    private final List<Integer> batches;
    private final int warmUps;
    private final int rounds;
    private final int images;
    private final List<Integer> sides;
    private final int ganBatch;
    private final int ganSteps;
    private final int steps;

    Scale(
            Xception network,
            int size,
            List<Integer> batches,
            int warmUps,
            int rounds,
            int images,
            List<Integer> sides,
            int ganBatch,
            int ganSteps,
            int steps) {
        this.network = network;
        this.size = size;
        this.batches = batches;
        this.warmUps = warmUps;
        this.rounds = rounds;
        this.images = images;
        this.sides = sides;
        this.ganBatch = ganBatch;
        this.ganSteps = ganSteps;
        this.steps = steps;
    }

    /**
     * The paper's plan, in the smallest batches; without dropout, whose masks differ between
     * devices.
     */
    TrainingPlan plan(DeviceChoice device) {
        return TrainingPlan.paper()
                .withBackbone(network.withDropout(0))
                .withInputSize(size)
                .withBatchSize(batches.get(0))
                .withDevice(device);
    }

    /** The same with a narrow network of a single middle block and small images. */
    TrainingPlan smallPlan(DeviceChoice device) {
        return plan(device)
                .withBackbone(
                        network.withDropout(0).withWidth(network.width() / 4).withMiddleRepeats(1))
                .withInputSize(Xception.SMALLEST_INPUT);
    }

    /** Numbers of images in a batch of training. */
    List<Integer> batches() {
        return batches;
    }

    /** Pieces of work before those that are timed. */
    int warmUps() {
        return warmUps;
    }

    /** Pieces of work that are timed. */
    int rounds() {
        return rounds;
    }

    /** Images that are decoded, augmented and trained on. */
    int images() {
        return images;
    }

    /** Resolutions of StyleGAN2. */
    List<Integer> sides() {
        return sides;
    }

    /** A network of StyleGAN2; in full, with half of the published channels. */
    StyleGan2Config gan(int side) {
        return this == FULL
                ? StyleGan2Config.half(side)
                : StyleGan2Config.small(side)
                        .withChannels(128, 8)
                        .withDimensions(16, 16)
                        .withMappingLayers(2);
    }

    /** Images in a batch of StyleGAN2. */
    int ganBatch() {
        return ganBatch;
    }

    /**
     * Steps of StyleGAN2 that are timed, after half as many that are not. All lazy regularization
     * is due once in 16.
     */
    int ganSteps() {
        return ganSteps;
    }

    /** Steps during which memory is watched. */
    int steps() {
        return steps;
    }
}
