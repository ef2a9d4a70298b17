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
import dev.fer4j.cli.command.ToyWeightsCommand;
import dev.fer4j.cli.command.TrainCommand;
import dev.fer4j.cli.command.WeightsCommand;
import dev.fer4j.cli.option.ToyCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The subcommands. Reading the options of all of them would take most of a short run's time. */
final class Subcommands {

    /** In the order of {@code fer --help}. */
    private static final List<Class<?>> ALL =
            List.of(
                    StudyCommand.class,
                    TrainCommand.class,
                    GanTrainCommand.class,
                    GenerateCommand.class,
                    ProjectCommand.class,
                    SynthesizeCommand.class,
                    AuditSyntheticCommand.class,
                    ToyCommand.class,
                    ToyWeightsCommand.class,
                    DescribeCommand.class,
                    SampleCommand.class,
                    AugmentCommand.class,
                    PredictCommand.class,
                    ExplainCommand.class,
                    WeightsCommand.class,
                    ScoreCommand.class,
                    CompareCommand.class,
                    DoctorCommand.class);

    private Subcommands() {}

    /**
     * Adds every subcommand: with its options if the arguments may call it, else only with its name
     * and description, which are what the command's own help shows.
     *
     * @return the command
     */
    static CommandLine addTo(CommandLine command, String... arguments) {
        List<String> words = List.of(arguments);
        // Files of arguments, which picocli reads, may have any name in them.
        boolean any = words.stream().anyMatch(word -> word.startsWith("@"));
        for (Class<?> subcommand : ALL) {
            Command described = subcommand.getAnnotation(Command.class);
            if (any || words.contains(described.name())) {
                command.addSubcommand(subcommand);
            } else {
                CommandSpec listed = CommandSpec.create();
                listed.usageMessage().description(described.description());
                command.addSubcommand(described.name(), listed);
            }
        }
        return command;
    }
}
