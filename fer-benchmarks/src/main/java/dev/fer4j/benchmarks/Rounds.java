package dev.fer4j.benchmarks;

import picocli.CommandLine.Option;

/** The number of rounds. */
public final class Rounds {

    @Option(
            names = "--rounds",
            description = "After uncounted warm-ups. Default: ${DEFAULT-VALUE}.",
            defaultValue = "7")
    private int count;

    public int count() {
        return count;
    }
}
