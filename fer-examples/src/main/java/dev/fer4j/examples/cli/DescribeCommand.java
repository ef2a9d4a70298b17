package dev.fer4j.examples.cli;

import dev.fer4j.core.io.Json;
import dev.fer4j.data.describe.DatasetDescription;
import dev.fer4j.data.source.DataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a dataset folder holds. */
@Command(
        name = "describe",
        description = {
            "Tells what a dataset folder holds: recordings, labels and people by category, and what"
                    + " is wrong with it.",
            "Layouts: NeuroBioSense (videos and a questionnaire), stills (with labels.csv),"
                    + " synthetic images (with synthetic.jsonl)."
        },
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "The dataset's folder.")
    private Path folder;

    @Option(
            names = "--parents",
            paramLabel = "DIR",
            description = "For synthetic images: the NeuroBioSense folder of their parents.")
    private Path parents;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        DatasetDescription description = DatasetDescription.of(source().list());
        var out = spec.commandLine().getOut();
        out.print(json ? Json.pretty(description) : description.toText());
        out.flush();
        return 0;
    }

    private DataSource source() {
        if (Files.exists(folder.resolve("labels.csv"))) {
            return DataSource.stills(folder);
        }
        if (Files.exists(folder.resolve("synthetic.jsonl"))) {
            if (parents == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        folder
                                + " holds synthetic images, whose labels are those of their"
                                + " parents: name the parents' folder with --parents DIR");
            }
            return DataSource.synthetic(folder, DataSource.neuroBioSense(parents));
        }
        return DataSource.neuroBioSense(folder);
    }
}
