package dev.fer4j.examples.cli;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Strings;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.train.DeviceChoice;
import dev.fer4j.train.Sampling;
import dev.fer4j.train.TrainingPlan;
import dev.fer4j.train.loader.BatchAugmentation;
import dev.fer4j.train.optim.LearningRate;
import dev.fer4j.train.xception.XceptionConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that say how each condition is trained. */
final class TrainingOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Reads {@link Sampling} as it is written on a command line and in reports. */
    static final class SamplingName implements ITypeConverter<Sampling> {
        @Override
        public Sampling convert(String value) {
            String wanted = value.toLowerCase(Locale.ROOT);
            for (Sampling sampling : Sampling.values()) {
                if (name(sampling).equals(wanted)) {
                    return sampling;
                }
            }
            throw new TypeConversionException(
                    "expected one of "
                            + Stream.of(Sampling.values())
                                    .map(SamplingName::name)
                                    .collect(joining(", "))
                            + ", but was '"
                            + value
                            + "'"
                            + meant(wanted));
        }

        private static String meant(String wanted) {
            return Stream.of(Sampling.values())
                    .map(SamplingName::name)
                    .filter(name -> !Strings.commonPrefix(name, wanted).isEmpty())
                    .findFirst()
                    .map(name -> " (did you mean '" + name + "'?)")
                    .orElse("");
        }

        private static String name(Sampling sampling) {
            return sampling.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs, at most.")
    private Integer epochs;

    @Option(names = "--input", paramLabel = "PIXELS", description = "Input height and width.")
    private Integer input;

    @Option(
            names = "--width",
            paramLabel = "FACTOR",
            description = "Width of Xception; 1 is the published network.")
    private Double width;

    @Option(names = "--batch", paramLabel = "N", description = "Images in an update.")
    private Integer batch;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "Rate of the first epoch, which decays by 2 %% an epoch.")
    private Double learningRate;

    @Option(
            names = "--augmentation",
            paramLabel = "POLICY",
            description =
                    "What may happen to training images: paper, none, or a JSON file. Start one"
                            + " with fer augment --print-policy and look at it with fer augment"
                            + " --policy; with \"scope\": \"RECORDING\" in it all frames of a"
                            + " recording are changed alike. Default: ${DEFAULT-VALUE}.",
            defaultValue = "paper")
    private String augmentation;

    @Option(
            names = "--sampling",
            paramLabel = "WAY",
            description =
                    "How an epoch draws training images: shuffled, class-balanced or"
                            + " person-balanced. Balanced, both classes or all people are drawn"
                            + " alike, some images several times and others not in every epoch."
                            + " Default: ${DEFAULT-VALUE}.",
            converter = SamplingName.class,
            defaultValue = "shuffled")
    private Sampling sampling;

    @Option(
            names = "--mixup",
            paramLabel = "ALPHA",
            description =
                    "Blend the images of a batch with each other, and their labels alike; shares"
                            + " are of Beta(ALPHA, ALPHA), 0 < ALPHA <= 100. Usual: 0.2.")
    private Double mixup;

    @Option(
            names = "--cutmix",
            paramLabel = "ALPHA",
            description =
                    "Instead of --mixup, replace a rectangle of each image of a batch by that of"
                            + " another. Usual: 1.")
    private Double cutMix;

    @Option(
            names = "--device",
            description = "cpu, gpu or gpu:N. Default: ${DEFAULT-VALUE}.",
            defaultValue = "cpu")
    private String device;

    /** A plan as the options want it. */
    TrainingPlan applyTo(TrainingPlan defaults) throws IOException {
        if (mixup != null && cutMix != null) {
            throw usage("--mixup and --cutmix: give one or the other");
        }
        AugmentationPolicy policy = policy();
        try {
            TrainingPlan plan =
                    defaults.withDevice(DeviceChoice.parse(device))
                            .withAugmentation(policy)
                            .withBatchAugmentation(mixing())
                            .withSampling(sampling);
            plan = epochs == null ? plan : plan.withEpochs(epochs);
            plan = input == null ? plan : plan.withInputSize(input);
            plan = batch == null ? plan : plan.withBatchSize(batch);
            plan =
                    width == null
                            ? plan
                            : plan.withBackbone(
                                    ((XceptionConfig) plan.backbone()).withWidth(width));
            return learningRate == null
                    ? plan
                    : plan.withLearningRate(new LearningRate.Exponential(learningRate, 0.98));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private AugmentationPolicy policy() throws IOException {
        if (augmentation.equalsIgnoreCase("paper")) {
            return AugmentationPolicy.paper();
        }
        if (augmentation.equalsIgnoreCase("none")) {
            return AugmentationPolicy.none();
        }
        return AugmentationPolicy.read(policyFile());
    }

    private Path policyFile() {
        try {
            Path file = Path.of(augmentation);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new ParameterException(
                    spec.commandLine(), "--augmentation: " + e.getMessage(), e);
        }
        throw usage(
                "--augmentation "
                        + augmentation
                        + ": is no file, and neither of the words 'paper' and 'none'"
                        + " (fer augment --print-policy > FILE writes one to start from)");
    }

    private BatchAugmentation mixing() {
        if (mixup != null) {
            return new BatchAugmentation.Mixup(mixup);
        }
        return cutMix == null ? BatchAugmentation.none() : new BatchAugmentation.CutMix(cutMix);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
