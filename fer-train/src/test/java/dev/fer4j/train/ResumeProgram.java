package dev.fer4j.train;

import dev.fer4j.core.FerException;
import dev.fer4j.core.Seed;
import dev.fer4j.train.ResumableTraining.StoreOpener;
import dev.fer4j.train.checkpoint.CheckpointStore;
import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.checkpoint.SteppedFiles;
import dev.fer4j.train.plan.Sampling;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.xception.MiniXception;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Trains with a checkpoint after every step, and prints a line after each: {@value #STEP}, and
 * {@value #ASKED} if the process had been asked to end by then. The last line is how training
 * ended, or what is wrong.
 *
 * <p>Arguments: a folder for images, one for checkpoints, epochs, how many checkpoints stay, and
 * what is done about steps of saves: {@code -} for nothing; {@code tell} prints each of them, after
 * {@value #SAVING}; a number n prints that of index n and waits there to be killed.
 */
final class ResumeProgram {

    static final String STEP = "step";
    static final String ASKED = "step, asked to end";
    static final String SAVING = "save: ";

    /** Images of each split; batches have {@value #BATCH}. */
    static final int IMAGES = 40;

    static final int BATCH = 8;
    static final Seed SEED = new Seed(1);

    private ResumeProgram() {}

    static TrainingPlan plan(int epochs) {
        TrainingPlan plan =
                TrainingPlan.small()
                        .withBackbone(MiniXception.defaults().withWidth(0.25))
                        .withInputSize(48)
                        .withBatchSize(BATCH)
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
                        Settings.defaults().withKeep(Integer.parseInt(args[3])));
        try (StopOnTermination stop = new StopOnTermination(Duration.ofMinutes(1))) {
            TrainingOptions options =
                    TrainingOptions.defaults()
                            .withStopRequested(stop)
                            .withListener(
                                    new TrainingListener() {
                                        @Override
                                        public void stepEnded(Step step) {
                                            System.out.println(stop.getAsBoolean() ? ASKED : STEP);
                                        }
                                    });
            try (TrainingRun run =
                    ResumableTraining.run(
                            plan(Integer.parseInt(args[2])),
                            Pictures.compose(Path.of(args[0]), IMAGES),
                            SEED,
                            options,
                            checkpoints,
                            opener(args[4]))) {
                System.out.println(run.ending());
            } catch (FerException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static StoreOpener opener(String steps) {
        if (steps.equals("-")) {
            return CheckpointStore::open;
        }
        SteppedFiles.Steps watcher =
                steps.equals("tell")
                        ? step -> System.out.println(SAVING + step)
                        : waiting(Integer.parseInt(steps));
        return (folder, identity, settings) ->
                SteppedFiles.open(folder, identity, settings, watcher);
    }

    private static SteppedFiles.Steps waiting(int fatal) {
        AtomicInteger count = new AtomicInteger();
        return step -> {
            if (count.getAndIncrement() == fatal) {
                System.out.println(SAVING + step);
                throw new IOException("nobody killed this process, but sent " + System.in.read());
            }
        };
    }
}
