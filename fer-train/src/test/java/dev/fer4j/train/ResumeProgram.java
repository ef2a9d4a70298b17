package dev.fer4j.train;

import dev.fer4j.core.Seed;
import dev.fer4j.train.ResumableTraining.Checkpoints;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Trains with a checkpoint after every step, and prints a line after each.
 *
 * <p>Arguments: a folder for images, one for checkpoints, how many of these stay, and epochs.
 */
final class ResumeProgram {

    private ResumeProgram() {}

    static TrainingPlan plan(int epochs) {
        TrainingPlan plan =
                TrainingPlan.small()
                        .withBackbone(MiniXception.DEFAULT.withWidth(0.25))
                        .withInputSize(48)
                        .withBatchSize(8)
                        .withSampling(Sampling.PERSON_BALANCED)
                        .withEpochs(epochs)
                        .withOptimization(
                                TrainingPlan.small()
                                        .optimization()
                                        .withAccumulation(2)
                                        .withAverageDecay(0.9));
        return plan.withPatience(epochs);
    }

    public static void main(String[] args) throws IOException {
        Checkpoints checkpoints =
                new Checkpoints(
                        Path.of(args[1]),
                        Duration.ZERO,
                        Settings.DEFAULT.withKeep(Integer.parseInt(args[2])));
        try (StopOnTermination stop = new StopOnTermination(Duration.ofMinutes(1))) {
            TrainingOptions options =
                    TrainingOptions.NONE
                            .withStopRequested(stop)
                            .withListener(
                                    new TrainingListener() {
                                        @Override
                                        public void stepEnded(Step step) {
                                            System.out.println("step");
                                        }
                                    });
            try (TrainingRun run =
                    ResumableTraining.run(
                            plan(Integer.parseInt(args[3])),
                            Pictures.compose(Path.of(args[0]), 40),
                            new Seed(1),
                            options,
                            checkpoints)) {
                System.out.println(run.ending());
            }
        }
    }
}
