package dev.fer4j.examples.cli;

import dev.fer4j.core.AdCategory;
import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.FolderLock;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.ManifestFile;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.network.StyleGan2Config;
import dev.fer4j.synthesis.training.AugmentationPlan;
import dev.fer4j.synthesis.training.GanHistory;
import dev.fer4j.synthesis.training.GanListener;
import dev.fer4j.synthesis.training.GanOptions;
import dev.fer4j.synthesis.training.GanPlan;
import dev.fer4j.synthesis.training.GanRun;
import dev.fer4j.synthesis.training.GanTraining;
import dev.fer4j.synthesis.weights.StyleGan2File;
import dev.fer4j.train.ResumableTraining.Checkpoints;
import dev.fer4j.train.StopOnTermination;
import dev.fer4j.train.TrainingStoppedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains StyleGAN2. */
@Command(
        name = "gan-train",
        sortOptions = false,
        abbreviateSynopsis = true,
        optionListHeading = "%nOptions%n",
        description = {
            "Trains a StyleGAN2 generator on the training images of manifests, such as those that"
                    + " fer study writes, and leaves generator.safetensors, sheets of samples,"
                    + " history and checkpoints in a folder.",
            "Asked to end (SIGTERM, Ctrl-C), it keeps its state after the step and exits with 143"
                    + " or 130. The same command goes on, to the same bits; with a larger --images"
                    + " it goes on after the end."
        },
        mixinStandardHelpOptions = true)
final class GanTrainCommand implements Callable<Integer> {

    /** Enough for the longest step and the largest checkpoint on slow machines. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Spec private CommandSpec spec;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            required = true,
            description =
                    "Manifest (.jsonl) of images. May be given several times. Images of an ad"
                            + " category count only if it trains; stills without one all do.")
    private List<Path> manifests = new ArrayList<>();

    @Option(
            names = "--train-on",
            paramLabel = "CATEGORY,…",
            split = ",",
            hideParamSyntax = true,
            converter = SplitOptions.OfCategory.class,
            description = "Categories that train, joined by commas. Default: food-market.")
    private Set<AdCategory> trainOn = CategorySplit.PAPER.train();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder. Default: target/gan of fer-examples.")
    private Path out;

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
            description = "Numbers of z and w. Default: ${DEFAULT-VALUE}; the paper's: 512.",
            defaultValue = "128")
    private int latents;

    @Option(
            names = "--mapping-layers",
            paramLabel = "N",
            description = "From z to w. Default: ${DEFAULT-VALUE}; the paper's: 8.",
            defaultValue = "4")
    private int mappingLayers;

    @Option(
            names = "--images",
            paramLabel = "N",
            description =
                    "How many real images the discriminator sees in all. Default:"
                            + " ${DEFAULT-VALUE}; the paper's: 25000000.",
            defaultValue = "200000")
    private long images;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Images of a step. Default: ${DEFAULT-VALUE}.",
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
                    "Of the R1 penalty. Larger steadies, smaller sharpens. Default: 0.0002 ×"
                            + " pixels / batch.")
    private Double gamma;

    @Option(
            names = "--average-images",
            paramLabel = "N",
            description =
                    "After how many images the averaged generator has forgotten half. Default:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "10000")
    private long averageImages;

    @Option(
            names = "--augmentation",
            paramLabel = "P",
            description =
                    "Probability of each augmentation of what the discriminator sees, or adaptive."
                            + " Default: ${DEFAULT-VALUE}.",
            defaultValue = "adaptive")
    private String augmentation;

    @Option(
            names = "--every",
            paramLabel = "IMAGES",
            description = "Samples and a row of the history. Default: ${DEFAULT-VALUE}.",
            defaultValue = "4000")
    private long every;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of all randomness. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Mixin private DeviceOption device;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        GanPlan plan = plan();
        PrintWriter stdout = spec.commandLine().getOut();
        PrintWriter messages = json ? spec.commandLine().getErr() : stdout;
        Path folder = out == null ? OutputFolder.standard("gan") : out.toAbsolutePath().normalize();
        List<Sample> samples = samples();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("images", samples.size() + " of " + manifests);
        lines.put("output", folder.toString());
        lines.put("network", plan.network().toString());
        lines.put(
                "training",
                plan.images() + " images in batches of " + plan.batch() + ", rate " + plan.rate());
        lines.put("R1", "gamma " + plan.r1Gamma());
        lines.put("augmentation", plan.augmentation().toString());
        lines.put("seed", Long.toString(seed));
        PlanLines.print(lines, messages);
        Map<String, Object> document =
                Farewell.during(
                        spec.commandLine().getErr(), () -> train(plan, samples, folder, messages));
        if (json) {
            stdout.print(Json.pretty(document));
            stdout.flush();
        }
        return 0;
    }

    private GanPlan plan() {
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
                            .withDevice(device.choice());
            if (gamma != null) {
                plan = plan.withGamma(gamma);
            }
            return augmentation.equals("adaptive")
                    ? plan
                    : plan.withAugmentation(
                            AugmentationPlan.fixed(Double.parseDouble(augmentation)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path manifest : manifests) {
            ManifestFile.read(manifest).samples().stream()
                    .filter(s -> s.category().map(trainOn::contains).orElse(true))
                    .forEach(samples::add);
        }
        if (samples.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no image of " + manifests + " is of a category that trains: " + trainOn);
        }
        return samples;
    }

    private Map<String, Object> train(
            GanPlan plan, List<Sample> samples, Path folder, PrintWriter messages)
            throws IOException {
        try (FolderLock lock = FolderLock.acquire(folder);
                StopOnTermination stop = new StopOnTermination(LONGEST);
                ProgressBars progress = ProgressBars.onStandardError()) {
            WholeFile.writeString(lock.folder().resolve("plan.json"), Json.pretty(plan));
            GanOptions options =
                    GanOptions.NONE
                            .withImageFolder(folder.resolve("cache"))
                            .withCheckpoints(Checkpoints.in(folder.resolve("checkpoints")))
                            .withListener(new Files(folder, line -> progress.say(messages, line)))
                            .withStopRequested(stop)
                            .withProgress(progress);
            try (GanRun run = GanTraining.run(plan, samples, new Seed(seed), options)) {
                if (run.ending() == GanRun.Ending.STOPPED) {
                    String message = "stopped; the state is kept, the same command goes on";
                    progress.say(messages, message);
                    throw new TrainingStoppedException(message);
                }
                Path weights = folder.resolve("generator.safetensors");
                new StyleGan2File(weights)
                        .write(
                                run.generator(),
                                Optional.of(run.discriminator()),
                                Map.of("fer4j.images", Long.toString(plan.images())));
                progress.say(messages, "Generator: " + weights);
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("folder", folder.toString());
                document.put("generator", weights.toString());
                document.put("resumedDespite", run.resumedDespite());
                document.put("history", run.history().rows());
                return document;
            }
        }
    }

    /** Writes history and samples, and says how it goes. */
    private record Files(Path folder, Consumer<String> messages) implements GanListener {

        @Override
        public void resumed(GanHistory history) {
            messages.accept("Going on after " + history.rows().size() + " rows of the history");
        }

        @Override
        public void rowEnded(GanHistory history, RgbImage samples) {
            GanHistory.Row row = history.rows().get(history.rows().size() - 1);
            try {
                history.write(folder.resolve("history.csv"));
                ImageFiles.writePng(
                        folder.resolve("samples")
                                .resolve(String.format(Locale.ROOT, "%09d.png", row.images())),
                        samples);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            messages.accept(
                    String.format(
                            Locale.ROOT,
                            "%d images: generator %.3f, discriminator %.3f, real signs %.2f,"
                                    + " augmentation %.2f",
                            row.images(),
                            row.generatorLoss(),
                            row.discriminatorLoss(),
                            row.realSigns(),
                            row.augmentation()));
        }
    }
}
