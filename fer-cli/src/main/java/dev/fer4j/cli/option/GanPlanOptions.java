package dev.fer4j.cli.option;

import dev.fer4j.core.PlanException;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.synthesis.training.AugmentationStrength;
import dev.fer4j.synthesis.training.GanPlan;
import dev.fer4j.train.device.DeviceChoice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for StyleGAN2 and its training. */
public final class GanPlanOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--resolution",
            paramLabel = "PIXELS",
            description = "Height and width, 16 to 1024, a power of two. Default: 64.",
            defaultValue = "64")
    private int resolution;

    @Option(
            names = "--channels",
            paramLabel = "BASE,MOST",
            split = ",",
            arity = "1",
            hideParamSyntax = true,
            description =
                    "Maps of R pixels a side have BASE / R channels, at most MOST. Default:"
                            + " 4096,128; the paper's: 32768,512.")
    private int[] channels = {4096, 128};

    @Option(
            names = "--latents",
            paramLabel = "N",
            description = "Dimensions of z and w. Default: ${DEFAULT-VALUE}; the paper's: 512.",
            defaultValue = "128")
    private int latents;

    @Option(
            names = "--mapping-layers",
            paramLabel = "N",
            description =
                    "Layers of the mapping network, from z to w. Default: ${DEFAULT-VALUE}; the"
                            + " paper's: 8.",
            defaultValue = "4")
    private int mappingLayers;

    @Option(
            names = "--images",
            paramLabel = "N",
            description =
                    "Total number of real images that the discriminator sees. Default:"
                            + " ${DEFAULT-VALUE}; the paper's: 25000000.",
            defaultValue = "200000")
    private long images;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Images per step. Default: ${DEFAULT-VALUE}.",
            defaultValue = "16")
    private int batch;

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            description = "Learning rate. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0.0025")
    private double rate;

    @Option(
            names = "--gamma",
            paramLabel = "WEIGHT",
            description =
                    "Weight of the R1 penalty. Larger values stabilize, smaller ones sharpen."
                            + " Default: 0.0002 × pixels / batch.")
    private Double gamma;

    @Option(
            names = "--average-images",
            paramLabel = "N",
            description =
                    "Half-life of the averaged generator, in images. Default:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "10000")
    private long averageImages;

    @Option(
            names = "--augmentation",
            paramLabel = "P",
            description =
                    "Probability of each augmentation of the discriminator's input, or adaptive."
                            + " Default: ${DEFAULT-VALUE}.",
            defaultValue = "adaptive")
    private String augmentation;

    @Option(
            names = "--every",
            paramLabel = "IMAGES",
            description =
                    "Images between samples, and between rows of the history. Default:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "4000")
    private long every;

    /**
     * The plan.
     *
     * @throws ParameterException if an option is out of range
     */
    public GanPlan plan(DeviceChoice device) {
        try {
            if (channels.length != 2) {
                throw new IllegalArgumentException("--channels: expected BASE,MOST");
            }
            StyleGan2Config network =
                    StyleGan2Config.small(resolution)
                            .withChannels(channels[0], channels[1])
                            .withDimensions(latents, latents)
                            .withMappingLayers(mappingLayers);
            GanPlan plan =
                    GanPlan.small(network)
                            .withImages(images)
                            .withBatch(batch)
                            .withRate(rate)
                            .withAverageImages(averageImages)
                            .withEvery(every)
                            .withDevice(device);
            plan = gamma == null ? plan : plan.withGamma(gamma);
            if (!augmentation.equals("adaptive")) {
                plan = plan.withAugmentation(AugmentationStrength.fixed(probability()));
            }
            plan.requireValid();
            return plan;
        } catch (IllegalArgumentException | PlanException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private double probability() {
        try {
            return Double.parseDouble(augmentation);
        } catch (NumberFormatException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--augmentation "
                            + augmentation
                            + ": expected adaptive, or a probability such as 0.3",
                    e);
        }
    }
}
