package dev.fer4j.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.List;
import picocli.CommandLine.Option;

/** The Python interpreter for the peers. */
public final class Python {

    @Option(
            names = "--python",
            description = "Default: ${DEFAULT-VALUE}.",
            defaultValue = "/usr/bin/python3")
    private String program;

    /** Returns the command that runs a script in the folder {@code peers}. */
    public List<String> command(String script, List<String> arguments) {
        return ImmutableList.<String>builder()
                .add(program)
                .add(Benchmarks.home().resolve("peers").resolve(script).toString())
                .addAll(arguments)
                .build();
    }
}
