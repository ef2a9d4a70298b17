package dev.fer4j.benchmarks.gpu;

import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.Xception;
import java.util.List;

/**
 * How much there is to compute.
 *
 * @param name for reports
 * @param network the large network
 * @param size height and width of its images
 * @param batches numbers of images in a batch of training
 * @param warmUps pieces of work before those that are timed
 * @param rounds pieces of work that are timed
 * @param images that are decoded, augmented and trained on
 * @param gans networks of StyleGAN2
 * @param ganBatch images in a batch of StyleGAN2
 * @param ganSteps steps of StyleGAN2 that are timed, after half as many that are not. All lazy
 *     regularization is due once in 16
 * @param projectionSteps steps of a projection
 * @param steps during which memory is watched
 */
record Scale(
        String name,
        Xception network,
        int size,
        List<Integer> batches,
        int warmUps,
        int rounds,
        int images,
        List<StyleGan2Config> gans,
        int ganBatch,
        int ganSteps,
        int projectionSteps,
        int steps) {

    /** The paper's sizes, for a GPU; StyleGAN2 with half of the published channels. */
    static final Scale FULL =
            new Scale(
                    "full",
                    Xception.FULL,
                    299,
                    List.of(16, 64),
                    5,
                    20,
                    1024,
                    List.of(
                            StyleGan2Config.half(64),
                            StyleGan2Config.half(128),
                            StyleGan2Config.half(256)),
                    32,
                    32,
                    10,
                    2000);

    /** As little as goes through all stages, for a trial on a CPU. Its times mean nothing. */
    static final Scale TINY =
            new Scale(
                    "tiny",
                    Xception.FULL.withWidth(0.03).withMiddleRepeats(1),
                    Xception.SMALLEST_INPUT,
                    List.of(2, 4),
                    1,
                    2,
                    8,
                    List.of(tinyGan(16), tinyGan(32)),
                    2,
                    4,
                    1,
                    40);

    Scale {
        batches = List.copyOf(batches);
        gans = List.copyOf(gans);
    }

    private static StyleGan2Config tinyGan(int side) {
        return StyleGan2Config.small(side)
                .withChannels(128, 8)
                .withDimensions(16, 16)
                .withMappingLayers(2);
    }

    /** The one with a name. */
    static Scale named(String name) {
        return name.equals(TINY.name) ? TINY : FULL;
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
}
