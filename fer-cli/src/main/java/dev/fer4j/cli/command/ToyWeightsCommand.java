package dev.fer4j.cli.command;

import dev.fer4j.cli.output.Console;
import dev.fer4j.cli.output.ProgressBars;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.OutputPath;
import dev.fer4j.toy.pretraining.ToyPretraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pretrains the toy study's network. */
@Command(
        name = "toy-weights",
        description = {
            "Pretrains the toy study's network: it learns to describe people who are drawn for it,"
                    + " by their hair, glasses, beard, age, pose, light and so on, and never sees"
                    + " a label.",
            "The defaults made the weights that come with fer4j, with which the toy study starts."
        },
        mixinStandardHelpOptions = true)
public final class ToyWeightsCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "The weights: safetensors with the names of timm's legacy_xception.")
    private Path file;

    @Option(names = "--seed", description = "Default: ${DEFAULT-VALUE}.", defaultValue = "1")
    private long seed;

    @Option(names = "--people", paramLabel = "N", description = "Default: 8000.")
    private Integer people;

    @Option(names = "--epochs", paramLabel = "N", description = "Default: 5.")
    private Integer epochs;

    @Mixin private Console console;

    @Override
    public Integer call() throws IOException {
        OutputPath.requireFile(file);
        Map<String, Double> correlations;
        try (ProgressBars progress = ProgressBars.onStandardError()) {
            correlations = ToyPretraining.run(file, new Seed(seed), settings(), progress);
        }
        console.print(correlations, () -> text(correlations));
        return 0;
    }

    private ToyPretraining.Settings settings() {
        ToyPretraining.Settings defaults = ToyPretraining.Settings.defaults();
        try {
            return new ToyPretraining.Settings(
                    people == null ? defaults.people() : people,
                    defaults.pictures(),
                    defaults.heldOut(),
                    epochs == null ? defaults.epochs() : epochs,
                    defaults.batchSize(),
                    defaults.rate());
        } catch (IllegalArgumentException e) {
            throw console.usage(e.getMessage());
        }
    }

    private String text(Map<String, Double> correlations) {
        return correlations.entrySet().stream()
                .map(
                        one ->
                                String.format(
                                        Locale.ROOT, "%-20s %5.2f%n", one.getKey(), one.getValue()))
                .collect(
                        Collectors.joining(
                                "",
                                String.format("Correlation of outputs and values, other people%n"),
                                String.format("Weights: %s%n", file)));
    }
}
