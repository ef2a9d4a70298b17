package dev.fer4j.examples.cli;

import dev.fer4j.core.CategorySplit;
import dev.fer4j.core.Seed;
import dev.fer4j.core.io.Json;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.examples.study.StudyJob;
import dev.fer4j.examples.study.StudyOutput;
import dev.fer4j.examples.study.StudySettings;
import dev.fer4j.examples.study.StudySources;
import dev.fer4j.examples.toy.ToyCorpus;
import dev.fer4j.examples.toy.ToyFolders;
import dev.fer4j.train.TrainingPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        description = {
            "Samples frames, composes the conditions, trains Xception on each, and writes tables,"
                    + " figures and a report.",
            "Without folders it runs on the toy corpus, with a small network. With folders it runs"
                    + " the paper's full-size training, unless options say otherwise.",
            "A run that was stopped keeps its frames and finished trainings."
        },
        mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Output folder. Default: target/study of fer-examples.")
    private Path out;

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description = "A folder in NeuroBioSense's layout.")
    private Path baseline;

    @Option(names = "--youtube", paramLabel = "DIR", description = "A folder of labelled stills.")
    private Path youtube;

    @Option(
            names = "--synthetic",
            paramLabel = "DIR",
            description = "A folder of generated images with synthetic.jsonl.")
    private Path synthetic;

    @Option(
            names = "--toy-scale",
            description = "Size of the toy corpus: ${COMPLETION-CANDIDATES}. Default: DEFAULT.",
            defaultValue = "DEFAULT")
    private ToyCommand.Scale toyScale;

    @Mixin private TrainingOptions trainingOptions;

    @Mixin private DataOptions dataOptions;

    @Mixin private MixOptions mixOptions;

    @Option(names = "--seed", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "1")
    private long seed;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        boolean toy = baseline == null;
        if (toy && (youtube != null || synthetic != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--youtube and --synthetic are added to --baseline DIR, which is missing");
        }
        if (toy && dataOptions.isForOwnBaseline()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--licence, --consent, --unit and --longest-clip are for --baseline DIR, which"
                            + " is missing");
        }
        StudySettings settings =
                new StudySettings(
                        out == null ? defaultOut() : out,
                        dataOptions.settings(),
                        CategorySplit.PAPER,
                        trainingOptions.applyTo(toy ? TrainingPlan.small() : TrainingPlan.paper()),
                        new Seed(seed),
                        mixOptions.mix(),
                        mixOptions.controls());
        PrintWriter stdout = spec.commandLine().getOut();
        PrintWriter messages = json ? spec.commandLine().getErr() : stdout;
        printPlan(settings, toy, messages);
        StudyOutput output;
        try (ProgressBars progress = ProgressBars.onStandardError()) {
            output =
                    new StudyJob(settings, line -> say(messages, line), progress)
                            .run(folder -> toy ? toy(folder, progress) : folders());
        }
        if (json) {
            stdout.print(Json.pretty(document(output)));
        } else {
            stdout.println();
            stdout.println(output.table1().toText());
            stdout.println(output.table2().toText());
            output.notes().forEach(stdout::println);
            stdout.println("Report: " + output.report());
        }
        stdout.flush();
        return 0;
    }

    private StudySources toy(Path folder, ProgressBars progress) throws IOException {
        ToyFolders toy =
                ToyCorpus.write(
                        folder.resolve("toy")
                                .resolve(toyScale.name().toLowerCase(Locale.ROOT) + "-seed" + seed),
                        new Seed(seed),
                        toyScale.toy(),
                        progress);
        DataSource base = DataSource.neuroBioSense(toy.baseline()).withRights(ToyCorpus.RIGHTS);
        return new StudySources(
                "Toy corpus of drawn faces, seed " + seed + ": no real person is in it.",
                base,
                Optional.of(DataSource.stills(toy.youtube())),
                Optional.of(DataSource.synthetic(toy.synthetic(), base)));
    }

    private StudySources folders() {
        DataSource base = dataOptions.applyTo(DataSource.neuroBioSense(baseline));
        StringBuilder description = new StringBuilder("Baseline: " + baseline.getFileName());
        if (youtube != null) {
            description.append("; YouTube: ").append(youtube.getFileName());
        }
        if (synthetic != null) {
            description.append("; synthetic: ").append(synthetic.getFileName());
        }
        return new StudySources(
                description + ".",
                base,
                Optional.ofNullable(youtube).map(DataSource::stills),
                Optional.ofNullable(synthetic).map(dir -> DataSource.synthetic(dir, base)));
    }

    private void printPlan(StudySettings settings, boolean toy, PrintWriter messages) {
        messages.println("Plan");
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("sources", toy ? "toy corpus, " + toyScale : folders().description());
        lines.put("output", settings.out().toString());
        lines.putAll(settings.configuration());
        lines.forEach((name, value) -> messages.printf("  %-22s %s%n", name, value));
        messages.flush();
    }

    private static void say(PrintWriter messages, String line) {
        messages.println(line);
        messages.flush();
    }

    /** The launcher tells where fer-examples is; without it, the working folder must do. */
    private static Path defaultOut() {
        return Path.of(System.getProperty("fer.home", ".")).resolve("target").resolve("study");
    }

    private static Map<String, Object> document(StudyOutput output) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("folder", output.folder().toString());
        document.put("report", output.report().toString());
        document.put("trained", output.trained());
        document.put("reused", output.reused());
        document.put("notes", output.notes());
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
