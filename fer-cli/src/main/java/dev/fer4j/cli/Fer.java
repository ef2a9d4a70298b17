package dev.fer4j.cli;

import dev.fer4j.cli.output.StandardStream;
import dev.fer4j.cli.output.VisibleErrors;
import dev.fer4j.cli.output.VisibleWriter;
import dev.fer4j.core.FerException;
import dev.fer4j.core.file.FileFailure;
import dev.fer4j.train.TrainingStoppedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.TypeConversionException;

/**
 * The {@code fer} command. Exit status: 0 for success, 1 for failure, also if standard output
 * cannot be written, 2 for wrong usage, 141 if the reader of standard output has ended, and 143 or
 * 130 after SIGTERM or Ctrl-C.
 */
@Command(
        name = "fer",
        description = "Content-generalizability studies of facial-expression recognition.",
        mixinStandardHelpOptions = true,
        versionProvider = Fer.Version.class,
        footer = {"", "See fer SUBCOMMAND --help for details."})
public final class Fer {

    /** The exit status after SIGTERM. */
    private static final int STOPPED = 143;

    /** The exit status of programs that SIGPIPE ends, which Java ignores. */
    private static final int CLOSED_PIPE = 141;

    /** Runs a subcommand and ends the JVM with its exit status. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        StandardStream out = StandardStream.out();
        PrintWriter err = StandardStream.err().writer();
        System.setErr(new VisibleErrors(StandardStream.err()));
        int status = execute(out.writer(), err, arguments);
        if (status == CommandLine.ExitCode.OK && out.isClosedPipe()) {
            return CLOSED_PIPE;
        }
        out.failure().ifPresent(failure -> explainUnwritten(failure.getMessage(), err));
        return out.failure().isPresent() ? failed(status) : status;
    }

    /**
     * Runs a subcommand.
     *
     * @param out for results
     * @param err for error messages
     * @return the exit status
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        int status = execute(out, err, arguments);
        if (!out.checkError()) {
            return status;
        }
        explainUnwritten("not everything could be written", err);
        return failed(status);
    }

    private static void explainUnwritten(String why, PrintWriter err) {
        err.println(
                "fer: "
                        + FileFailure.message(
                                new FileSystemException("standard output", null, why)));
        err.flush();
    }

    private static int failed(int status) {
        return status == CommandLine.ExitCode.OK ? CommandLine.ExitCode.SOFTWARE : status;
    }

    private static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        // Must be set before the first logger is created.
        if (System.getProperty("org.slf4j.simpleLogger.defaultLogLevel") == null) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        }
        // DJL warns on every machine without a GPU; --device and doctor report a missing one.
        System.setProperty("org.slf4j.simpleLogger.log.ai.djl.util.cuda.CudaUtils", "error");
        System.setProperty("org.slf4j.simpleLogger.log.ai.djl.util.Platform", "error");
        CommandLine commandLine =
                Subcommands.addTo(new CommandLine(new Fer()), arguments)
                        .setOut(new PrintWriter(new VisibleWriter(out), true))
                        .setErr(new PrintWriter(new VisibleWriter(err), true))
                        // Colours would be escapes that are shown.
                        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                        .registerConverter(Path.class, Fer::path)
                        .setExecutionExceptionHandler(Fer::explain)
                        .setCaseInsensitiveEnumValuesAllowed(true);
        if (arguments.length == 0) {
            commandLine.usage(commandLine.getErr());
            return CommandLine.ExitCode.USAGE;
        }
        int status = commandLine.execute(arguments);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return status;
    }

    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("the name of a file or folder is empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "'"
                            + text
                            + "' cannot be the name of a file here; if it has letters beyond ASCII,"
                            + " set LC_ALL=C.UTF-8 in the environment");
        }
    }

    private static int explain(
            Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (failure instanceof TrainingStoppedException) {
            // The message has been printed; the signal determines the exit status.
            return STOPPED;
        }
        if (failure instanceof FerException) {
            err.println("fer: " + failure.getMessage());
        } else if (failure instanceof IOException io) {
            err.println("fer: " + FileFailure.message(io));
        } else if (failure instanceof UncheckedIOException unchecked) {
            err.println("fer: " + FileFailure.message(unchecked.getCause()));
        } else {
            err.println("fer: unexpected error; please report it with the following");
            failure.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Fer.class.getPackage().getImplementationVersion();
            return new String[] {"fer4j " + (version == null ? "(built from source)" : version)};
        }
    }
}
