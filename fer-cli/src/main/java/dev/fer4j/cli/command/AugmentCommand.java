package dev.fer4j.cli.command;

import dev.fer4j.augment.AugmentationPlan;
import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.EnumName;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.data.image.ContactSheet;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.data.image.ImageFit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what an augmentation policy does to an image. */
@Command(
        name = "augment",
        sortOptions = false,
        description = {
            "Writes a contact sheet of one image augmented many times. The first cell is the image"
                    + " itself.",
            "To start a policy of your own from the paper's: fer augment --print-policy >"
                    + " policy.json",
        },
        mixinStandardHelpOptions = true)
public final class AugmentCommand implements Callable<Integer> {

    private static final int COLUMNS = 5;
    private static final int MARGIN = 4;
    private static final int MOST = 1000;
    private static final int LARGEST = 4096;

    @Parameters(paramLabel = "IMAGE", arity = "0..1", description = "PNG, JPEG, BMP or WebP.")
    private Path image;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "The augmentation policy, as JSON. Default: the paper's.")
    private Path policyFile;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Augmented images, 1 to 1000. Default: ${DEFAULT-VALUE}.",
            defaultValue = "24")
    private int count;

    @Option(
            names = "--size",
            paramLabel = "PIXELS",
            description =
                    "Width and height of each, such as a network's input size; 1 to 4096. Default:"
                            + " the image's.")
    private Integer size;

    @Option(
            names = "--fit",
            paramLabel = "WAY",
            converter = EnumName.OfFit.class,
            description =
                    "How the image becomes a square of --size, as in fer train: stretch, letterbox"
                            + " or crop. Default: ${DEFAULT-VALUE}.",
            defaultValue = "stretch")
    private ImageFit fit;

    @Option(names = "--seed", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "1")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The contact sheet (PNG). Default: ${DEFAULT-VALUE}.",
            defaultValue = "augmented.png")
    private Path out;

    @Option(names = "--print-policy", description = "Print the policy as JSON; needs no IMAGE.")
    private boolean printPolicy;

    @Mixin private Console console;

    /**
     * The result.
     *
     * @param sheet the contact sheet's file
     * @param policy the augmentation policy
     * @param plans the sampled plans, in the order of the cells after the first
     */
    record Report(String sheet, AugmentationPolicy policy, List<AugmentationPlan> plans) {
        Report {
            plans = List.copyOf(plans);
        }
    }

    @Override
    public Integer call() throws IOException {
        AugmentationPolicy policy =
                policyFile == null
                        ? AugmentationPolicy.paper()
                        : AugmentationPolicy.read(policyFile);
        if (printPolicy) {
            console.out().print(policy.toJson());
            console.out().flush();
            return 0;
        }
        if (image == null) {
            throw console.usage("specify an IMAGE (or --print-policy)");
        }
        requireRange("--count", count, MOST);
        if (size != null) {
            requireRange("--size", size, LARGEST);
        }
        OutputPath.requireFile(out);
        OutputPath.requireOther(out, List.of(image));
        if (size == null && fit != ImageFit.STRETCH) {
            throw console.usage("--fit requires --size PIXELS");
        }
        RgbImage original = fitted(ImageFiles.read(image));
        int width = size == null ? original.width() : size;
        int height = size == null ? original.height() : size;
        List<RgbImage> cells = new ArrayList<>();
        List<AugmentationPlan> plans = new ArrayList<>();
        cells.add(ImageFiles.resize(original, width, height));
        for (int i = 0; i < count; i++) {
            AugmentationPlan plan =
                    policy.draw(
                            new Seed(seed).derive("augment", i).generator(),
                            original.width(),
                            original.height());
            plans.add(plan);
            cells.add(plan.apply(original, width, height));
        }
        ImageFiles.writePng(out, ContactSheet.ofOwnSize(cells, COLUMNS, MARGIN));
        console.print(
                new Report(out.toString(), policy, plans),
                () -> out + ": the image and " + count + " augmented ones\n");
        return 0;
    }

    /** Stretching is left to the augmentation, which resamples only once. */
    private RgbImage fitted(RgbImage read) {
        return fit == ImageFit.STRETCH ? read : fit.square(read, size);
    }

    private void requireRange(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw console.usage(option + " " + value + ": expected 1 to " + most);
        }
    }
}
