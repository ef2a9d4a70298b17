package dev.fer4j.cli.command;

import dev.fer4j.cli.option.LabelOptions;
import dev.fer4j.cli.option.MixOptions;
import dev.fer4j.cli.option.PlanOptions;
import dev.fer4j.cli.option.SeenOptions;
import dev.fer4j.cli.option.SourceOptions;
import dev.fer4j.cli.output.ExistingOption;
import dev.fer4j.cli.output.Farewell;
import dev.fer4j.cli.output.FindingText;
import dev.fer4j.cli.output.OutputFolder;
import dev.fer4j.cli.output.ProgressBars;
import dev.fer4j.cli.output.StudyConsole;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.CategorySplit;
import dev.fer4j.core.design.Control;
import dev.fer4j.core.io.Json;
import dev.fer4j.study.Study;
import dev.fer4j.study.output.StudyOutput;
import dev.fer4j.study.settings.CheckSettings;
import dev.fer4j.study.settings.Replication;
import dev.fer4j.study.settings.ReportSettings;
import dev.fer4j.study.settings.ReportSettings.Faces;
import dev.fer4j.study.settings.StudySettings;
import dev.fer4j.train.plan.TrainingPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the whole study, on the toy corpus or on real folders. */
@Command(
        name = "study",
        sortOptions = false,
        abbreviateSynopsis = true,
        optionListHeading = "%nOptions%n",
        description = {
            "Samples frames, composes the conditions, trains Xception on each, and writes tables,"
                    + " figures and a report.",
            "Without folders it runs on the toy corpus, with a small network. With folders it runs"
                    + " the paper's full-size training, unless changed by options.",
            "An interrupted run keeps its frames and finished trainings, and resumes within an"
                    + " unfinished training. On SIGTERM or Ctrl-C it saves a checkpoint after the"
                    + " current step and exits with 143 or 130."
        },
        mixinStandardHelpOptions = true)
public final class StudyCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder. Default: ${DEFAULT-VALUE}.",
            defaultValue = OutputFolder.PREFIX + "study")
    private Path out;

    @Mixin private SourceOptions sources;

    @Mixin private LabelOptions labelOptions;

    @Mixin private MixOptions mixOptions;

    @Option(
            names = "--controls",
            split = ",",
            paramLabel = "MEANS,…",
            hideParamSyntax = true,
            description = {
                "For each condition that adds images, also train on the baseline alone for as long:"
                    + " ${COMPLETION-CANDIDATES}, separated by commas. DUPLICATES repeats images,"
                    + " AUGMENTED augments each repetition independently, UPDATES makes an epoch"
                    + " longer."
            })
    private List<Control.Means> controls = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description =
                    "Train each condition this many times, with this seed and the following ones. A"
                        + " single training each, as in the paper, cannot separate the effect of a"
                        + " condition from the variation between trainings. A study can be extended"
                        + " with more seeds. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private int seeds;

    @Option(
            names = "--rotations",
            description =
                    "Use every ad category for training, validation and test in turn: six category"
                            + " splits instead of the paper's one, since each category has its own"
                            + " people and prevalence.")
    private boolean rotations;

    @Option(
            names = "--label-shuffles",
            paramLabel = "N",
            description =
                    "Check for leaks: also train each condition this many times on shuffled labels,"
                            + " at least 2; 10 are informative. Test images must then be ranked at"
                            + " chance. Default: none.")
    private int labelShuffles;

    @Option(
            names = "--source-probe",
            paramLabel = "WHAT",
            description =
                    "How to check whether the sources of training images can be told apart:"
                            + " ${COMPLETION-CANDIDATES}. NETWORK also uses the study's network, in"
                            + " three trainings for each added source and label. Default:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "STATISTICS")
    private CheckSettings.SourceProbing sourceProbe;

    @Option(
            names = "--show-faces",
            description =
                    "Show in the report the test images with each model's worst errors, with"
                        + " Grad-CAM's maps: faces of people. Only people whose consent is known"
                        + " are shown; check that it covers this use. Default: a report shows no"
                        + " faces.")
    private boolean showFaces;

    @Mixin private SeenOptions seenOptions;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description =
                    "Train this many cells at the same time, each in a separate process with its"
                        + " share of the processors. On a CPU the last bits of results depend on"
                        + " the number of threads: resume a study with the N that it was started"
                        + " with. Default: 1 [one for each processor, at most 4].")
    private Optional<Integer> parallel = Optional.empty();

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    @Mixin private ExistingOption existing;

    @Mixin private PlanOptions planOptions;

    @Override
    public Integer call() throws IOException {
        PrintWriter stdout = spec.commandLine().getOut();
        TrainingPlan plan = planOptions.plan(sources.plan());
        if (planOptions.isPrinted()) {
            stdout.print(plan.toJson());
            stdout.flush();
            return 0;
        }
        sources.check();
        StudySettings settings = settings(plan);
        PrintWriter messages = json ? spec.commandLine().getErr() : stdout;
        StudyOutput output =
                Farewell.during(spec.commandLine().getErr(), () -> study(settings, messages));
        if (json) {
            stdout.print(Json.pretty(document(output)));
        } else {
            stdout.println();
            stdout.println(output.table1().toText());
            stdout.println(output.table2().toText());
            output.notes().forEach(stdout::println);
            stdout.print(FindingText.of(output));
        }
        stdout.flush();
        return 0;
    }

    private StudySettings settings(TrainingPlan plan) throws IOException {
        requireAtLeastOne("--seeds", seeds);
        int processes = parallel.orElseGet(() -> sources.processes(plan));
        requireAtLeastOne("--parallel", processes);
        if (labelShuffles < 0 || labelShuffles == 1) {
            throw usage(
                    "--label-shuffles "
                            + labelShuffles
                            + ": expected 2 or more, since a single one is inconclusive, or 0 for"
                            + " none");
        }
        Replication replication = Replication.seeds(seeds);
        return StudySettings.paper(out)
                .withData(sources.settings())
                .withSplit(seenOptions.applyTo(CategorySplit.paper()))
                .withLabelNames(labelOptions.names())
                .withTraining(plan)
                .withWeights(
                        planOptions.isWeightsGiven()
                                ? planOptions.weights()
                                : sources.weights(out, seed, plan.backbone()))
                .withSeed(new Seed(seed))
                .withReplication(rotations ? replication.allRotations() : replication)
                .withMix(mixOptions.mix())
                .withControls(controls)
                .withChecks(new CheckSettings(labelShuffles, sourceProbe))
                .withReport(
                        ReportSettings.defaults().withFaces(showFaces ? Faces.SHOWN : Faces.HIDDEN))
                .withProcesses(processes);
    }

    private void requireAtLeastOne(String option, int value) {
        if (value < 1) {
            throw usage(option + " " + value + ": expected 1 or more");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private StudyOutput study(StudySettings settings, PrintWriter messages) throws IOException {
        try (ProgressBars progress = ProgressBars.onStandardError()) {
            return Study.of(settings)
                    .withForeignFiles(existing.foreign())
                    .withListener(new StudyConsole(progress, messages, sources.text()))
                    .run(folder -> sources.sources(folder, seed, progress));
        }
    }

    private static Map<String, Object> document(StudyOutput output) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("folder", output.folder().toString());
        document.put("report", output.report().toString());
        document.put("trained", output.trained());
        document.put("reused", output.reused());
        document.put("notes", output.notes());
        document.put("finding", output.finding());
        document.put("differences", output.comparisons());
        document.put(
                "table2",
                output.allMetrics().rows().stream()
                        .map(
                                row ->
                                        row(
                                                output.allMetrics().columns().stream()
                                                        .map(c -> c.name())
                                                        .toList(),
                                                row))
                        .toList());
        return document;
    }

    private static Map<String, String> row(List<String> names, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), cells.get(i));
        }
        return row;
    }
}
