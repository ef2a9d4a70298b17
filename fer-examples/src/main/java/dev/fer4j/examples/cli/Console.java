package dev.fer4j.examples.cli;

import dev.fer4j.core.io.Json;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command prints, and the option that makes it print JSON. */
final class Console {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document on standard output.")
    private boolean json;

    boolean isJson() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Where messages do not come between the lines of a JSON document. */
    PrintWriter messages() {
        return json ? err() : out();
    }

    /** Prints a result: as JSON if it was asked for, else as text. */
    void print(Object document, Supplier<String> text) {
        out().print(json ? Json.pretty(document) : text.get());
        out().flush();
    }

    /** For an option or file that cannot be used. */
    ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
