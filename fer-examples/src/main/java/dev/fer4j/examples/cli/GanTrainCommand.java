package dev.fer4j.examples.cli;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.FolderLock;
import dev.fer4j.core.io.Json;
import dev.fer4j.core.io.WholeFile;
import dev.fer4j.data.image.ImageFiles;
import dev.fer4j.synthesis.audit.BackboneFeatures;
import dev.fer4j.synthesis.audit.ImageFeatures;
import dev.fer4j.synthesis.audit.KernelDistance;
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
import dev.fer4j.train.predict.LoadedModel;
import dev.fer4j.train.predict.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains StyleGAN2. */
@Command(
        name = "gan-train",
        sortOptions = false,
        abbreviateSynopsis = true,
        optionListHeading = "%nOptions%n",
        description = {
            "Trains a StyleGAN2 generator on the training images of manifests or folders, and"
                    + " writes generator.safetensors, networks.safetensors (which includes the"
                    + " discriminator), sheets of samples, history and checkpoints to a folder.",
            "On SIGTERM or Ctrl-C it saves a checkpoint after the current step and exits with 143"
                    + " or 130. The same command resumes, bit for bit; with a larger --images a"
                    + " finished training continues."
        },
        mixinStandardHelpOptions = true)
final class GanTrainCommand implements Callable<Integer> {

    /** Enough for the longest step and the largest checkpoint on slow machines. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Spec private CommandSpec spec;

    @Mixin private GanSources sources;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder. Default: target/gan of fer-examples.")
    private Path out;

    @Mixin private GanPlanOptions planOptions;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of all randomness. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--features",
            paramLabel = "MODEL",
            description =
                    "A model file (fer train); the history then includes the kernel distance (KID)"
                            + " between 512 generated images and the real ones, in its features.")
    private Path features;

    @Mixin private DeviceOption device;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        GanPlan plan = planOptions.plan(device.choice());
        PrintWriter stdout = spec.commandLine().getOut();
        PrintWriter messages = json ? spec.commandLine().getErr() : stdout;
        Path folder = out == null ? OutputFolder.standard("gan") : out.toAbsolutePath().normalize();
        sources.check();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("images", sources.text());
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
                Farewell.during(spec.commandLine().getErr(), () -> train(plan, folder, messages));
        if (json) {
            stdout.print(Json.pretty(document));
            stdout.flush();
        }
        return 0;
    }

    private Map<String, Object> train(GanPlan plan, Path folder, PrintWriter messages)
            throws IOException {
        try (FolderLock lock = FolderLock.acquire(folder);
                StopOnTermination stop = new StopOnTermination(LONGEST);
                ProgressBars progress = ProgressBars.onStandardError()) {
            List<Sample> samples = sources.samples(lock.folder().resolve("frames"), progress);
            progress.say(messages, samples.size() + " images train");
            GanOptions options =
                    GanOptions.NONE
                            .withImageFolder(lock.folder().resolve("cache"))
                            .withCheckpoints(Checkpoints.in(folder.resolve("checkpoints")))
                            .withListener(
                                    new Files(folder, plan, line -> progress.say(messages, line)))
                            .withStopRequested(stop)
                            .withProgress(progress);
            try (Measure measure = measure(samples, progress);
                    GanRun run =
                            GanTraining.run(
                                    plan, samples, new Seed(seed), measure.addTo(options))) {
                if (run.ending() == GanRun.Ending.STOPPED) {
                    String message = "stopped; a checkpoint was saved, the same command resumes";
                    progress.say(messages, message);
                    throw new TrainingStoppedException(message);
                }
                Path weights = folder.resolve("generator.safetensors");
                Map<String, String> metadata = metadata(plan, samples);
                new StyleGan2File(weights).write(run.generator(), Optional.empty(), metadata);
                new StyleGan2File(folder.resolve("networks.safetensors"))
                        .write(run.generator(), Optional.of(run.discriminator()), metadata);
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

    /** Whose terms the weights stand under, since images of the generator may show these people. */
    private Map<String, String> metadata(GanPlan plan, List<Sample> samples) {
        return Map.of(
                "fer4j.images", Long.toString(plan.images()),
                "fer4j.seed", Long.toString(seed),
                "fer4j.sources", distinct(samples, Sample::source),
                "fer4j.licences", distinct(samples, s -> s.rights().license().orElse("unknown")),
                "fer4j.consents", distinct(samples, s -> s.rights().consent().orElse("unknown")));
    }

    private static String distinct(List<Sample> samples, Function<Sample, String> of) {
        return samples.stream().map(of).distinct().sorted().collect(Collectors.joining("; "));
    }

    /** The kernel distance from the real images in a model's features, if a model was given. */
    private Measure measure(List<Sample> samples, ProgressBars progress) throws IOException {
        if (features == null) {
            return new Measure(Optional.empty(), Optional.empty(), new Seed(seed));
        }
        LoadedModel model = ModelFile.read(features, device.choice());
        return new Measure(
                Optional.of(model),
                Optional.of(BackboneFeatures.of(model).of(samples, progress)),
                new Seed(seed));
    }

    /** A model that stays open while it is measured with. */
    private record Measure(Optional<LoadedModel> model, Optional<ImageFeatures> real, Seed seed)
            implements AutoCloseable {

        GanOptions addTo(GanOptions options) {
            return model.map(
                            open ->
                                    options.withDistance(
                                            images ->
                                                    KernelDistance.of(
                                                                    real.orElseThrow(),
                                                                    BackboneFeatures.of(open)
                                                                            .of(images),
                                                                    seed)
                                                            .value()))
                    .orElse(options);
        }

        @Override
        public void close() {
            model.ifPresent(LoadedModel::close);
        }
    }

    /** Writes history and samples, and reports progress. */
    private record Files(Path folder, GanPlan plan, Consumer<String> messages)
            implements GanListener {

        @Override
        public void resumed(GanHistory history) {
            messages.accept("Going on after " + history.rows().size() + " rows of the history");
        }

        @Override
        public void rowEnded(GanHistory history, RgbImage samples) {
            GanHistory.Row row = history.rows().get(history.rows().size() - 1);
            try {
                // Not earlier: a state of another plan is refused, and its plan is to stay.
                WholeFile.writeString(folder.resolve("plan.json"), Json.pretty(plan));
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
