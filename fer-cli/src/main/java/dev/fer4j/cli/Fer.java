package dev.fer4j.cli;

import dev.fer4j.cli.command.AuditSyntheticCommand;
import dev.fer4j.cli.command.AugmentCommand;
import dev.fer4j.cli.command.CompareCommand;
import dev.fer4j.cli.command.DescribeCommand;
import dev.fer4j.cli.command.DoctorCommand;
import dev.fer4j.cli.command.ExplainCommand;
import dev.fer4j.cli.command.GanTrainCommand;
import dev.fer4j.cli.command.GenerateCommand;
import dev.fer4j.cli.command.PredictCommand;
import dev.fer4j.cli.command.ProjectCommand;
import dev.fer4j.cli.command.SampleCommand;
import dev.fer4j.cli.command.ScoreCommand;
import dev.fer4j.cli.command.StudyCommand;
import dev.fer4j.cli.command.SynthesizeCommand;
import dev.fer4j.cli.command.TrainCommand;
import dev.fer4j.cli.command.WeightsCommand;
import dev.fer4j.cli.option.ToyCommand;
import dev.fer4j.core.FerException;
import dev.fer4j.train.TrainingStoppedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The {@code fer} command. Exit status: 0 for success, 1 for failure, 2 for wrong usage, and 143 or
 * 130 after SIGTERM or Ctrl-C.
 */
@Command(
        name = "fer",
        description = "Content-generalizability studies of facial-expression recognition.",
        subcommands = {
            StudyCommand.class,
            TrainCommand.class,
            GanTrainCommand.class,
            GenerateCommand.class,
            ProjectCommand.class,
            SynthesizeCommand.class,
            AuditSyntheticCommand.class,
            ToyCommand.class,
            DescribeCommand.class,
            SampleCommand.class,
            AugmentCommand.class,
            PredictCommand.class,
            ExplainCommand.class,
            WeightsCommand.class,
            ScoreCommand.class,
            CompareCommand.class,
            DoctorCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Fer.Version.class,
        footer = {"", "See fer SUBCOMMAND --help for details."})
public final class Fer {

    /** The exit status after SIGTERM. */
    private static final int STOPPED = 143;

    /** Runs a subcommand and ends the JVM with its exit status. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    /**
     * Runs a subcommand.
     *
     * @param out for results
     * @param err for error messages
     * @return the exit status
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        // Must be set before the first logger is created.
        if (System.getProperty("org.slf4j.simpleLogger.defaultLogLevel") == null) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        }
        // DJL warns on every machine without a GPU driver; --device reports a missing GPU.
        System.setProperty("org.slf4j.simpleLogger.log.ai.djl.util.cuda.CudaUtils", "error");
        CommandLine commandLine =
                new CommandLine(new Fer())
                        .setOut(out)
                        .setErr(err)
                        .setExecutionExceptionHandler(Fer::explain)
                        .setCaseInsensitiveEnumValuesAllowed(true);
        if (arguments.length == 0) {
            commandLine.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        return commandLine.execute(arguments);
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
        } else if (failure instanceof AccessDeniedException denied) {
            err.println("fer: " + denied.getFile() + ": access denied");
        } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            err.println("fer: " + failure.getMessage());
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
