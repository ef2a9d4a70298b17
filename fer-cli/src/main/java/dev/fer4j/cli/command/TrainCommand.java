package dev.fer4j.cli.command;

import dev.fer4j.cli.option.LabelOptions;
import dev.fer4j.cli.option.MixOptions;
import dev.fer4j.cli.option.PlanOptions;
import dev.fer4j.cli.option.SeenOptions;
import dev.fer4j.cli.option.SourceOptions;
import dev.fer4j.cli.option.SplitOptions;
import dev.fer4j.cli.output.ExistingOption;
import dev.fer4j.cli.output.Farewell;
import dev.fer4j.cli.output.OutputFolder;
import dev.fer4j.cli.output.ProgressBars;
import dev.fer4j.cli.output.StudyConsole;
import dev.fer4j.cli.output.TrainSummary;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.study.Study;
import dev.fer4j.study.output.TrainOutput;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.study.settings.StudySources;
import dev.fer4j.study.settings.TrainSettings;
import dev.fer4j.train.checkpoint.OnDifference;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains one condition. */
@Command(
        name = "train",
        sortOptions = false,
        abbreviateSynopsis = true,
        optionListHeading = "%nOptions%n",
        description = {
            "Trains a network on one condition and writes a model file, predictions, history and"
                    + " checkpoints to a folder.",
            "Images come from folders (--baseline and others), from manifests, or from the toy"
                    + " corpus if none are given.",
            "On SIGTERM or Ctrl-C it saves a checkpoint after the current step and exits with 143"
                    + " or 130. The same command resumes, on a CPU bit for bit."
        },
        mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {

    private static final double MOST_MINUTES = 1e6;

    @Spec private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder. Default: ${DEFAULT-VALUE}.",
            defaultValue = OutputFolder.PREFIX + "train")
    private Path out;

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description =
                    "Images of a manifest (.jsonl or .csv), such as those that fer study writes."
                            + " May be given several times, for several sources; validation and"
                            + " test images are of the first.")
    private List<Path> manifests = new ArrayList<>();

    @Mixin private SourceOptions sources;

    @Option(
            names = "--condition",
            paramLabel = "ID",
            description =
                    "The condition, which determines the training sources: baseline,"
                            + " baseline-youtube, baseline-stylegan2, baseline-youtube-stylegan2."
                            + " Default: all available sources.")
    private String condition;

    @Mixin private LabelOptions labelOptions;

    @Mixin private MixOptions mixOptions;

    @Mixin private SplitOptions splitOptions;

    @Mixin private SeenOptions seenOptions;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of all randomness. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "MINUTES",
            description =
                    "Interval between checkpoints, in addition to one after every epoch; 0 for"
                            + " every step. Default: ${DEFAULT-VALUE}.",
            defaultValue = "10")
    private double checkpointEvery;

    @Option(
            names = "--allow-differences",
            description =
                    "Resume a checkpoint in DIR although plan, data, threads or versions have"
                            + " changed. The differences are recorded.")
    private boolean allowDifferences;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    @Mixin private ExistingOption existing;

    @Mixin private PlanOptions planOptions;

    @Override
    public Integer call() throws IOException {
        PrintWriter stdout = spec.commandLine().getOut();
        boolean toy = manifests.isEmpty() && sources.isToy();
        if (!manifests.isEmpty() && sources.isGiven()) {
            throw usage("--manifest replaces --baseline and its related options");
        }
        TrainingPlan plan = planOptions.plan(toy ? sources.plan() : TrainingPlan.paper());
        if (planOptions.isPrinted()) {
            stdout.print(plan.toJson());
            stdout.flush();
            return 0;
        }
        sources.check();
        manifests.forEach(SourceOptions::requireFile);
        StudySettings settings = settings(plan);
        TrainSettings one = single();
        PrintWriter messages = json ? spec.commandLine().getErr() : stdout;
        TrainOutput output =
                Farewell.during(spec.commandLine().getErr(), () -> train(settings, one, messages));
        if (json) {
            stdout.print(Json.pretty(document(output, plan)));
        } else {
            stdout.print(TrainSummary.of(output, plan));
        }
        stdout.flush();
        return 0;
    }

    private TrainOutput train(StudySettings settings, TrainSettings one, PrintWriter messages)
            throws IOException {
        String text = manifests.isEmpty() ? sources.text() : manifestText();
        try (ProgressBars progress = ProgressBars.onStandardError()) {
            return Study.of(settings)
                    .withForeignFiles(existing.foreign())
                    .withListener(new StudyConsole(progress, messages, text))
                    .train(folder -> sources(folder, progress), one);
        }
    }

    private StudySettings settings(TrainingPlan plan) throws IOException {
        return StudySettings.paper(out)
                .withData(sources.settings())
                .withSplit(seenOptions.applyTo(splitOptions.split()))
                .withLabelNames(labelOptions.names())
                .withTraining(plan)
                .withWeights(
                        planOptions.isWeightsGiven() || !manifests.isEmpty()
                                ? planOptions.weights()
                                : sources.weights(out, seed, plan.backbone()))
                .withSeed(new Seed(seed))
                .withMix(mixOptions.mix());
    }

    private TrainSettings single() {
        if (!(checkpointEvery >= 0 && checkpointEvery <= MOST_MINUTES)) {
            throw usage("--checkpoint-every " + checkpointEvery + ": expected minutes, 0 or more");
        }
        return new TrainSettings(
                Optional.ofNullable(condition),
                Duration.ofNanos(Math.round(checkpointEvery * 60e9)),
                allowDifferences ? OnDifference.ALLOW : OnDifference.REFUSE);
    }

    private StudySources sources(Path folder, ProgressBars progress) throws IOException {
        if (manifests.isEmpty()) {
            return sources.sources(folder, seed, progress);
        }
        return new StudySources(
                manifestText(),
                DataSource.manifest(manifests.get(0)),
                manifests.stream().skip(1).<DataSource>map(DataSource::manifest).toList());
    }

    private String manifestText() {
        return manifests.stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.joining(", ", "Manifests: ", "."));
    }

    private static Map<String, Object> document(TrainOutput output, TrainingPlan plan) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("folder", output.folder().toString());
        document.put("condition", output.condition().id());
        document.put("trainedNow", output.trainedNow());
        document.put("ending", output.ending());
        document.put("epochs", output.history().epochs().size());
        document.put("bestEpoch", output.history().bestEpoch());
        document.put("best", output.history().best());
        document.put("watched", plan.earlyStopping().metric());
        document.put("threshold", output.threshold());
        document.put("resumedDespite", output.resumedDespite());
        document.put("notes", output.notes());
        document.put("files", output.files());
        return document;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
