package dev.fer4j.cli.option;

import static com.google.common.base.Preconditions.checkArgument;

import dev.fer4j.cli.output.EnumName;
import dev.fer4j.data.image.ImageFit;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.HeadPolicy;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.xception.MiniXception;
import dev.fer4j.train.xception.NumericsProfile;
import dev.fer4j.train.xception.Xception;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for the network and its initial weights. */
final class NetworkOptions {

    /** Networks by their name in plans. */
    enum Name {
        XCEPTION,
        MINI_XCEPTION;

        Backbone standard() {
            return this == XCEPTION ? Xception.FULL : MiniXception.defaults();
        }

        boolean isOf(Backbone backbone) {
            return this == XCEPTION
                    ? backbone instanceof Xception
                    : backbone instanceof MiniXception;
        }
    }

    /** Reads a network's name. */
    static final class OfName extends EnumName<Name> {
        OfName() {
            super(Name.class);
        }
    }

    private static final Path NONE = Path.of("none");

    @Option(
            names = "--backbone",
            paramLabel = "NETWORK",
            converter = OfName.class,
            description = "xception or mini-xception, a small one for CPUs. Default: xception.")
    private Name backbone;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "The numerics profile of Xception: keras or timm. Use that of your --weights."
                            + " Default: keras.")
    private NumericsProfile profile;

    @Option(
            names = "--width",
            paramLabel = "FACTOR",
            description = "Factor for all channel counts. Default: 1 [0.25].")
    private Double width;

    @Option(
            names = "--dropout",
            paramLabel = "SHARE",
            description = "Share of the pooled features that is dropped. Default: 0.5.")
    private Double dropout;

    @Option(
            names = "--input",
            paramLabel = "PIXELS",
            description =
                    "Height and width of images, at least 71 for xception and 48 for mini-xception."
                            + " Default: 299 [96].")
    private Integer input;

    @Option(
            names = "--fit",
            paramLabel = "WAY",
            converter = EnumName.OfFit.class,
            description =
                    "How images become square: stretch, without keeping the aspect ratio;"
                            + " letterbox, with it, between bars of grey; or crop, the centre"
                            + " square. Stored with the model. Default: stretch.")
    private ImageFit fit;

    @Option(
            names = "--weights",
            paramLabel = "FILE|none",
            description =
                    "Start from these weights: Keras's or timm's Xception (.keras, .h5,"
                        + " .safetensors) or a model file of fer4j. All must fit. A last layer of"
                        + " one unit is loaded; any other is replaced by a newly initialized one."
                        + " Default: none, that is random weights [weights pretrained on drawn"
                        + " people, if they fit the network].")
    private Path weights;

    @Option(
            names = "--weights-sha256",
            paramLabel = "DIGEST",
            description = "SHA-256 that the file must have.")
    private String sha256;

    @Option(
            names = "--new-head",
            description = "Initialize the last layer anew, even if that of --weights fits.")
    private boolean newHead;

    /** Applies the options to a plan. */
    TrainingPlan applyTo(TrainingPlan plan) {
        Backbone network = backbone(plan.backbone());
        int least = network.smallestInput();
        int pixels = input == null ? plan.inputSize() : input;
        checkArgument(pixels >= least, "--input %s: this network needs %s or more", pixels, least);
        return plan.withBackbone(network)
                .withInputSize(pixels)
                .withFit(fit == null ? plan.fit() : fit);
    }

    private Backbone backbone(Backbone before) {
        Backbone network = backbone == null || backbone.isOf(before) ? before : backbone.standard();
        if (network instanceof Xception xception) {
            return xception(xception);
        }
        if (network instanceof MiniXception mini) {
            checkArgument(profile == null, "--profile applies to xception only");
            mini = width == null ? mini : mini.withWidth(width);
            return dropout == null ? mini : mini.withDropout(dropout);
        }
        checkArgument(
                profile == null && width == null && dropout == null,
                "--profile, --width and --dropout do not apply to the network %s",
                network);
        return network;
    }

    private Xception xception(Xception before) {
        Xception network = before;
        if (profile != null && profile != network.profile()) {
            network = network.withProfile(profile);
        }
        network = width == null ? network : network.withWidth(width);
        return dropout == null ? network : network.withDropout(dropout);
    }

    /** Whether a file was given, or none is wanted. */
    boolean isWeightsGiven() {
        return weights != null || sha256 != null || newHead;
    }

    /**
     * The initial weights, if a file was given.
     *
     * @throws dev.fer4j.core.InputException if the file does not exist or has another digest
     */
    Optional<WeightsFile> weights() throws IOException {
        if (weights == null || weights.equals(NONE)) {
            checkArgument(
                    sha256 == null && !newHead,
                    "--weights-sha256 and --new-head require --weights FILE");
            return Optional.empty();
        }
        WeightsFile file = WeightsFile.pretrained(weights.toAbsolutePath().normalize());
        file = sha256 == null ? file : file.withSha256(sha256.toLowerCase(Locale.ROOT));
        file = newHead ? file.withHead(HeadPolicy.KEPT) : file;
        // From now on only this content is accepted.
        return Optional.of(file.withSha256(file.digest()));
    }
}
