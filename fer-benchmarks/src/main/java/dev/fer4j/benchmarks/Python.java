package dev.fer4j.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /**
     * Runs a script in the folder {@code peers} to its end.
     *
     * @return what it printed
     * @throws IOException if it fails; what it says then appears on standard error
     */
    public String run(String script, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = command(script, arguments);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(
                    "'" + String.join(" ", command) + "' ended with status " + status);
        }
        return printed;
    }
}
