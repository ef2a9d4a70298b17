package dev.fer4j.cli.output;

import dev.fer4j.core.io.Json;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The output streams of a command, and its option {@code --json}. */
public final class Console {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    public boolean isJson() {
        return json;
    }

    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    public PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** The stream for messages, chosen so that they do not interrupt a JSON document. */
    public PrintWriter messages() {
        return json ? err() : out();
    }

    /** Prints a result, as JSON if requested, otherwise as text. */
    public void print(Object document, Supplier<String> text) {
        out().print(json ? Json.pretty(document) : text.get());
        out().flush();
    }

    /** Creates the exception for an option or file that cannot be used. */
    public ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
