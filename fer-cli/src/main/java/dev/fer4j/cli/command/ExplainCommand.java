package dev.fer4j.cli.command;

import dev.fer4j.cli.option.DeviceOption;
import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.ProgressBars;
import dev.fer4j.core.Label;
import dev.fer4j.core.Progress;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.design.LabelNames;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.train.model.GradCam;
import dev.fer4j.train.model.HeatMap;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.model.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where in images a model sees evidence for a label. */
@Command(
        name = "explain",
        sortOptions = false,
        description = {
            "Writes IMAGE-LABEL.png for each image: the image with Grad-CAM's heat map, from indigo"
                    + " over red to pale yellow, where features support the label.",
            "A map is relative to its own peak: compare positions within a map, not between maps."
        },
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {

    /** Names of labels on the command line. */
    enum LabelOption {
        INTERESTED,
        NOT,
        PREDICTED
    }

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file.")
    private Path model;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "PNG, JPEG, BMP or WebP.")
    private List<Path> images = new ArrayList<>();

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            description =
                    "The label to explain: interested, not, or predicted (the model's prediction)."
                            + " Default: ${DEFAULT-VALUE}.",
            defaultValue = "predicted")
    private LabelOption label;

    @Option(
            names = "--stage",
            paramLabel = "NAME",
            description =
                    "The stage whose feature maps are used. Default: the last one with feature"
                            + " maps.")
    private Optional<String> stage;

    @Option(
            names = "--alpha",
            paramLabel = "SHARE",
            description = "Opacity of the colour at the peak, 0 to 1. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0.7")
    private double alpha;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder of the pictures. Default: the working folder.",
            defaultValue = ".",
            showDefaultValue = Help.Visibility.NEVER)
    private Path out;

    @Mixin private DeviceOption device;

    @Mixin private Console console;

    /**
     * A picture that was written.
     *
     * @param image the explained image
     * @param overlay the picture
     * @param map the map without the image
     */
    record Explained(String image, String overlay, HeatMap map) {}

    @Override
    public Integer call() throws IOException {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw console.usage("--alpha " + alpha + ": expected 0 to 1");
        }
        OutputPath.requireFolder(out);
        List<Explained> explained = new ArrayList<>();
        Set<Path> written = new HashSet<>();
        PrintWriter stdout = console.out();
        try (LoadedModel loaded = ModelFile.read(model, device.choice());
                ProgressBars progress = ProgressBars.onStandardError()) {
            GradCam last = GradCam.of(loaded);
            GradCam gradCam = stage.map(last::withStage).orElse(last);
            LabelNames names = loaded.description().labels();
            for (Path image : images) {
                RgbImage original = ImageFiles.read(image);
                HeatMap map = explain(gradCam, original);
                Path overlay = out.resolve(name(image, map.label()));
                if (!written.add(overlay)) {
                    throw console.usage(
                            "two images would become " + overlay + ": explain them separately");
                }
                ImageFiles.writePng(overlay, map.over(original, alpha));
                explained.add(new Explained(image.toString(), overlay.toString(), map));
                if (!console.isJson()) {
                    stdout.println(line(overlay, map, names));
                }
                if (images.size() > 1) {
                    progress.update(
                            new Progress("explaining", explained.size(), images.size(), ""));
                }
            }
        }
        if (console.isJson()) {
            stdout.print(Json.pretty(explained));
        }
        stdout.flush();
        return 0;
    }

    private HeatMap explain(GradCam gradCam, RgbImage image) {
        return switch (label) {
            case INTERESTED -> gradCam.explain(image, Label.INTERESTED);
            case NOT -> gradCam.explain(image, Label.NOT_INTERESTED);
            case PREDICTED -> {
                HeatMap first = gradCam.explain(image, Label.POSITIVE);
                Label predicted = first.prediction().label();
                yield predicted == Label.POSITIVE ? first : gradCam.explain(image, predicted);
            }
        };
    }

    private static String line(Path overlay, HeatMap map, LabelNames names) {
        return String.format(
                Locale.ROOT,
                "%s: predicted %s (probability of %s %.3f); evidence for %s in %s %s",
                overlay,
                names.of(map.prediction().label()),
                names.positive(),
                map.prediction().probability(),
                names.of(map.label()),
                map.stage(),
                map.peak() > 0
                        ? String.format(Locale.ROOT, "peaks at %.3g", map.peak())
                        : "is nowhere");
    }

    private static String name(Path image, Label label) {
        String file = image.getFileName().toString();
        int dot = file.lastIndexOf('.');
        return (dot > 0 ? file.substring(0, dot) : file)
                + "-"
                + label.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + ".png";
    }
}
