package dev.fer4j.train;

import dev.fer4j.core.Seed;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Trains for some steps and prints the process's resident memory in kilobytes after each. */
final class MemoryProgram {

    private MemoryProgram() {}

    public static void main(String[] args) throws IOException {
        TrainingPlan plan =
                TrainingPlan.small()
                        .withBackbone(MiniXception.DEFAULT.withWidth(0.25))
                        .withInputSize(48)
                        .withBatchSize(2)
                        .withEpochs(Integer.parseInt(args[1]))
                        .withOptimization(
                                TrainingPlan.small()
                                        .optimization()
                                        .withAccumulation(2)
                                        .withClipNorm(1)
                                        .withAverageDecay(0.9));
        plan = plan.withPatience(plan.epochs());
        TrainingListener printing =
                new TrainingListener() {
                    @Override
                    public void stepEnded(Step step) {
                        System.out.println(resident());
                    }
                };
        int[] offers = {0};
        TrainingOptions options =
                TrainingOptions.NONE
                        .withListener(printing)
                        .withSink(
                                (position, state) -> {
                                    if (++offers[0] % 10 == 0) {
                                        state.get().close();
                                    }
                                });
        Training.run(plan, Pictures.compose(Path.of(args[0]), 40), new Seed(1), options).close();
    }

    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(
                            line ->
                                    Long.parseLong(
                                            line.toLowerCase(Locale.ROOT).replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
