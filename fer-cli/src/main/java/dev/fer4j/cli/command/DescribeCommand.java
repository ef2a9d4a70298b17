package dev.fer4j.cli.command;

import dev.fer4j.cli.option.AnswerOptions;
import dev.fer4j.cli.option.RecordingOptions;
import dev.fer4j.cli.output.Console;
import dev.fer4j.core.answer.LabelAnswers;
import dev.fer4j.data.describe.DatasetReport;
import dev.fer4j.data.describe.ExpectedProfile;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.NeuroBioSense;
import dev.fer4j.data.source.StillFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Describes the contents of a dataset folder. */
@Command(
        name = "describe",
        sortOptions = false,
        description = {
            "Describes the contents of a dataset folder: recordings, labels and people by category,"
                    + " how they differ from what is expected, and any problems.",
            "Layouts: NeuroBioSense (videos and a questionnaire), stills (with labels.csv, .xlsx or"
                + " .jsonl, or in folders named by label), synthetic images (with synthetic.jsonl)."
        },
        mixinStandardHelpOptions = true)
public final class DescribeCommand implements Callable<Integer> {

    private static final int LISTED_PROBLEMS = 20;

    @Parameters(paramLabel = "FOLDER", description = "The dataset's folder.")
    private Path folder;

    @Option(
            names = "--expect",
            paramLabel = "PROFILE",
            description =
                    "The expected counts: paper, none, or a profile as a JSON file. Default: paper"
                            + " for NeuroBioSense's layout, none for others.")
    private String expect;

    @Mixin private RecordingOptions recordingOptions;

    @Mixin private AnswerOptions answerOptions;

    @Option(
            names = "--parents",
            paramLabel = "DIR",
            description = "For synthetic images: the NeuroBioSense folder of their parents.")
    private Path parents;

    @Mixin private Console console;

    @Override
    public Integer call() throws IOException {
        DataSource source = source();
        Optional<ExpectedProfile> profile = profile(source instanceof NeuroBioSense);
        DatasetReport report = DatasetReport.of(source.list(), profile);
        console.print(report, () -> report.toText(LISTED_PROBLEMS, "--json lists all"));
        return 0;
    }

    private Optional<ExpectedProfile> profile(boolean laboratory) throws IOException {
        String name = expect == null ? (laboratory ? "paper" : "none") : expect;
        return switch (name) {
            case "paper" -> Optional.of(ExpectedProfile.paper());
            case "none" -> Optional.empty();
            default -> Optional.of(ExpectedProfile.read(Path.of(name)));
        };
    }

    private DataSource source() throws IOException {
        LabelAnswers answers = answers();
        if (Files.exists(folder.resolve("synthetic.jsonl"))) {
            refuseClipOptions("synthetic images");
            if (parents == null) {
                throw console.usage(
                        folder
                                + " contains synthetic images, whose labels are those of their"
                                + " parents: give the parents' folder with --parents DIR");
            }
            return DataSource.synthetic(
                    folder, DataSource.neuroBioSense(parents).withAnswers(answers));
        }
        if (StillFolder.isOne(folder)) {
            refuseClipOptions("stills");
            return DataSource.stills(folder).withAnswers(answers);
        }
        try {
            return recordingOptions.applyTo(DataSource.neuroBioSense(folder)).withAnswers(answers);
        } catch (IllegalArgumentException e) {
            throw console.usage(e.getMessage());
        }
    }

    private LabelAnswers answers() {
        try {
            return answerOptions.answers();
        } catch (IllegalArgumentException e) {
            throw console.usage(e.getMessage());
        }
    }

    private void refuseClipOptions(String held) {
        if (recordingOptions.isGiven()) {
            throw console.usage(
                    "--unit and --longest-clip apply to NeuroBioSense's videos only; "
                            + folder
                            + " holds "
                            + held);
        }
    }
}
