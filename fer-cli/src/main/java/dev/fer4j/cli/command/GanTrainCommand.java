package dev.fer4j.cli.command;

import dev.fer4j.cli.option.DeviceOption;
import dev.fer4j.cli.option.GanPlanOptions;
import dev.fer4j.cli.option.GanSources;
import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.ExistingOption;
import dev.fer4j.cli.output.Farewell;
import dev.fer4j.cli.output.OutputFolder;
import dev.fer4j.cli.output.PlanLines;
import dev.fer4j.cli.output.ProgressBars;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.FolderLock;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.core.file.OwnedFolder;
import dev.fer4j.study.settings.StudyFolders;
import dev.fer4j.synthesis.audit.BackboneFeatures;
import dev.fer4j.synthesis.audit.ImageFeatures;
import dev.fer4j.synthesis.audit.KernelDistance;
import dev.fer4j.synthesis.training.GanFiles;
import dev.fer4j.synthesis.training.GanHistory;
import dev.fer4j.synthesis.training.GanListener;
import dev.fer4j.synthesis.training.GanOptions;
import dev.fer4j.synthesis.training.GanPlan;
import dev.fer4j.synthesis.training.GanRun;
import dev.fer4j.synthesis.training.GanTraining;
import dev.fer4j.train.StopOnTermination;
import dev.fer4j.train.TrainingStoppedException;
import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.model.LoadedModel;
import dev.fer4j.train.model.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
public final class GanTrainCommand implements Callable<Integer> {

    /** Allows for the longest step and the largest checkpoint on slow machines. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Mixin private GanSources sources;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder. Default: ${DEFAULT-VALUE}.",
            defaultValue = OutputFolder.PREFIX + "gan")
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

    @Mixin private ExistingOption existing;

    @Mixin private Console console;

    @Override
    public Integer call() throws IOException {
        GanPlan plan = planOptions.plan(device.choice());
        PrintWriter messages = console.messages();
        Path folder = out.toAbsolutePath().normalize();
        OutputPath.requireFolder(folder);
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
                Farewell.during(console.err(), () -> train(plan, folder, messages));
        console.print(document, () -> "");
        return 0;
    }

    private Map<String, Object> train(GanPlan plan, Path folder, PrintWriter messages)
            throws IOException {
        if (features == null) {
            return train(plan, folder, messages, Optional.empty());
        }
        try (LoadedModel model = ModelFile.read(features, device.choice())) {
            return train(plan, folder, messages, Optional.of(model));
        }
    }

    private Map<String, Object> train(
            GanPlan plan, Path folder, PrintWriter messages, Optional<LoadedModel> model)
            throws IOException {
        StudyFolders.check(folder, existing.foreign());
        try (FolderLock lock =
                        FolderLock.acquire(
                                folder, OwnedFolder.Content.RESULTS, existing.foreign());
                StopOnTermination stop = new StopOnTermination(LONGEST);
                ProgressBars progress = ProgressBars.onStandardError()) {
            StudyFolders.mark(folder, existing.foreign());
            List<Sample> samples =
                    sources.samples(lock.folder().resolve(StudyFolders.FRAMES), progress);
            progress.say(messages, samples.size() + " images train");
            GanOptions options =
                    GanOptions.defaults()
                            .withImageFolder(StudyFolders.decodedImages(folder))
                            .withCheckpoints(Checkpoints.in(StudyFolders.checkpoints(folder)))
                            .withListener(
                                    new Told(
                                            new GanFiles(folder, plan),
                                            line -> progress.say(messages, line)))
                            .withStopRequested(stop)
                            .withProgress(progress);
            if (model.isPresent()) {
                options = options.withDistance(distance(model.get(), samples, progress));
            }
            try (GanRun run = GanTraining.run(plan, samples, new Seed(seed), options)) {
                if (run.ending() == GanRun.Ending.STOPPED) {
                    String message = "stopped; a checkpoint was saved, the same command resumes";
                    progress.say(messages, message);
                    throw new TrainingStoppedException(message);
                }
                Path weights = run.save(folder);
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

    /** The kernel distance from the real images in a model's features. */
    private ToDoubleFunction<List<RgbImage>> distance(
            LoadedModel model, List<Sample> samples, ProgressBars progress) throws IOException {
        ImageFeatures real = BackboneFeatures.of(model).of(samples, progress);
        return images ->
                KernelDistance.of(real, BackboneFeatures.of(model).of(images), new Seed(seed))
                        .value();
    }

    /** Writes the history and samples, and reports progress. */
    private record Told(GanFiles files, Consumer<String> messages) implements GanListener {

        @Override
        public void resumed(GanHistory history) {
            messages.accept("Resuming after " + history.rows().size() + " rows of the history");
        }

        @Override
        public void rowEnded(GanHistory history, RgbImage samples) {
            files.rowEnded(history, samples);
            GanHistory.Row row = history.rows().get(history.rows().size() - 1);
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
