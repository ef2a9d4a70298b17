package dev.fer4j.examples;

import dev.fer4j.data.describe.DatasetReport;
import dev.fer4j.data.source.DataSource;
import dev.fer4j.data.source.StillFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Says what a data folder holds, before anything is decoded. */
public final class DescribeFolder {

    private DescribeFolder() {}

    /** Arguments: a folder of NeuroBioSense's layout or of stills; without any, a drawn corpus. */
    public static void main(String[] arguments) throws IOException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : ExampleInputs.toy().baseline();
        System.out.print(describe(folder).toText(20, "all are in problems()"));
    }

    /** Counts recordings, stills, people and labels by category, and lists what cannot be used. */
    public static DatasetReport describe(Path folder) throws IOException {
        DataSource source =
                StillFolder.isOne(folder)
                        ? DataSource.stills(folder)
                        : DataSource.neuroBioSense(folder);
        // With ExpectedProfile.paper(), also how the counts differ from the paper's.
        return DatasetReport.of(source.list(), Optional.empty());
    }
}
