package dev.fer4j.benchmarks;

import dev.fer4j.core.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The working folder, messages and report of a benchmark. */
@Command
public final class Output {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec benchmark;

    /** The benchmark's folder, which the next build may delete. */
    public Path folder() {
        return Benchmarks.home().resolve("target").resolve(benchmark.name());
    }

    /** Receives progress messages. */
    public Consumer<String> messages() {
        return benchmark.commandLine().getErr()::println;
    }

    /**
     * Prints a report and saves it in the benchmark's folder.
     *
     * @param name name of the file, without extension
     * @param conditions what was measured, and the settings; the machine is added
     * @param body tables and notes
     */
    public void report(String name, String conditions, String body) throws IOException {
        String text = conditions + ", " + Benchmarks.machine() + "\n\n" + body;
        WholeFile.writeString(folder().resolve(name + ".md"), text);
        benchmark.commandLine().getOut().print(text);
        benchmark.commandLine().getOut().flush();
    }
}
