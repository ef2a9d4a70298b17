package dev.fer4j.cli.option;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.cli.output.EnumName;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.plan.Sampling;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options for training images. */
final class ImageOptions {

    @Option(
            names = "--augmentation",
            paramLabel = "POLICY",
            description =
                    "Augmentation of training images: paper, none, or a JSON file. Create one with"
                        + " fer augment --print-policy and preview it with fer augment --policy;"
                        + " with \"scope\": \"RECORDING\" all frames of a recording are changed"
                        + " alike. Default: paper.")
    private String augmentation;

    @Option(
            names = "--sampling",
            paramLabel = "WAY",
            description =
                    "How an epoch draws images: shuffled, class-balanced or person-balanced. When"
                        + " balanced, both classes or all people are drawn equally often, some"
                        + " images several times and others not in every epoch. Default: shuffled.",
            converter = EnumName.OfSampling.class)
    private Sampling sampling;

    @Option(
            names = "--mixup",
            paramLabel = "ALPHA",
            description =
                    "Blend the images of a batch with each other, and their labels likewise, with"
                        + " shares from Beta(ALPHA, ALPHA), 0 < ALPHA <= 100. Usual: 0.2. Default:"
                        + " off.")
    private Double mixup;

    @Option(
            names = "--cutmix",
            paramLabel = "ALPHA",
            description =
                    "Instead of --mixup, replace a rectangle of each image of a batch by that of"
                            + " another. Usual: 1. Default: off.")
    private Double cutMix;

    /** Applies the options to a plan. */
    TrainingPlan applyTo(TrainingPlan before) throws IOException {
        checkArgument(mixup == null || cutMix == null, "--mixup and --cutmix exclude each other");
        TrainingPlan plan =
                augmentation == null ? before : before.withAugmentation(policy(augmentation));
        plan = sampling == null ? plan : plan.withSampling(sampling);
        plan =
                mixup == null
                        ? plan
                        : plan.withBatchAugmentation(new BatchAugmentation.Mixup(mixup));
        return cutMix == null
                ? plan
                : plan.withBatchAugmentation(new BatchAugmentation.CutMix(cutMix));
    }

    private static AugmentationPolicy policy(String name) throws IOException {
        if (name.equalsIgnoreCase("paper")) {
            return AugmentationPolicy.paper();
        }
        if (name.equalsIgnoreCase("none")) {
            return AugmentationPolicy.none();
        }
        return AugmentationPolicy.read(policyFile(name));
    }

    private static Path policyFile(String name) {
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("--augmentation: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "--augmentation "
                        + name
                        + ": is neither a file nor one of the words 'paper' and 'none' (fer augment"
                        + " --print-policy > FILE writes one to start from)");
    }
}
