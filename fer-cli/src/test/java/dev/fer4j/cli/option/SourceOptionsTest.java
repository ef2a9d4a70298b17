package dev.fer4j.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fer4j.toy.ToyWeights;
import dev.fer4j.train.device.DeviceChoice;
import dev.fer4j.train.plan.TrainingPlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SourceOptionsTest {

    @Command
    private static final class Options {
        @Mixin private SourceOptions sources;
    }

    private static SourceOptions options(String... arguments) {
        Options options = new Options();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return options.sources;
    }

    private static int processes(TrainingPlan plan, String... arguments) {
        return options(arguments).processes(plan);
    }

    @Test
    void planIsThePapersOrThatOfTheToyNetwork() {
        assertThat(options().plan()).isEqualTo(ToyWeights.plan());
        assertThat(options("--toy-scale=smallest").plan())
                .isEqualTo(ToyWeights.plan().withEpochs(1));
        assertThat(options("--baseline=folder").plan()).isEqualTo(TrainingPlan.paper());
    }

    @Test
    void onlyTheSmallNetworkOfTheToyCorpusIsTrainedSideBySide() {
        TrainingPlan plan = ToyWeights.plan();
        int processors = Runtime.getRuntime().availableProcessors();

        assertThat(processes(plan)).isEqualTo(Math.min(4, processors));
        assertThat(processes(plan, "--toy-scale=smallest")).isEqualTo(1);
        assertThat(processes(plan, "--baseline=folder")).isEqualTo(1);
        assertThat(processes(plan.withDevice(new DeviceChoice(Optional.of(0))))).isEqualTo(1);
        assertThat(processes(TrainingPlan.paper())).isEqualTo(1);
    }
}
