package dev.fer4j.cli.output;

import dev.fer4j.core.file.OwnedFolder.Foreign;
import picocli.CommandLine.Option;

/** The option that allows an output folder with files of others. */
public final class ExistingOption {

    @Option(
            names = "--force",
            description =
                    "Use the output folder although it has files that fer did not write. They are"
                            + " neither deleted nor replaced; those in the way are renamed.")
    private boolean force;

    /** What to do with files of others. */
    public Foreign foreign() {
        return force ? Foreign.KEEP : Foreign.REFUSE;
    }
}
