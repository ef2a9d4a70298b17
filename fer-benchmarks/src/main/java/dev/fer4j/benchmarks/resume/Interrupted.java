package dev.fer4j.benchmarks.resume;

import dev.fer4j.core.Seed;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.ResumableTraining;
import dev.fer4j.train.TrainingListener;
import dev.fer4j.train.TrainingOptions;
import dev.fer4j.train.TrainingRun;
import dev.fer4j.train.checkpoint.Checkpoints;
import dev.fer4j.train.checkpoint.Settings;
import dev.fer4j.train.plan.TrainingPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * An interrupted training with a folder of checkpoints.
 *
 * @param images folder of decoded images
 * @param checkpoints folder of checkpoints
 */
record Interrupted(TrainingPlan plan, Composition composition, Path images, Path checkpoints) {

    /** Trains to the end of the current epoch, starting from the current state. */
    void untilTheEpochEnds() {
        Stop stop = new Stop(step -> false);
        train(stop);
        requireReached(stop);
    }

    /** Trains to the end of a step of an epoch, from 1, starting from the current state. */
    void untilStep(int wanted) {
        Stop stop = new Stop(step -> step.step() == wanted);
        train(stop);
        requireReached(stop);
    }

    private void train(Stop stop) {
        run(TrainingOptions.defaults().withListener(stop).withStopRequested(() -> stop.reached))
                .close();
    }

    private static void requireReached(Stop stop) {
        if (!stop.reached) {
            throw new IllegalStateException("training has ended before");
        }
    }

    /**
     * Resumes until the end of the first step, without changing the checkpoints.
     *
     * @return seconds until the end of that step
     */
    double firstStep() {
        long start = System.nanoTime();
        TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void stepEnded(Step step) {
                        throw new FirstStep((System.nanoTime() - start) / 1e9);
                    }
                };
        try (TrainingRun run = run(TrainingOptions.defaults().withListener(listener))) {
            throw new IllegalStateException("no step before the end as " + run.ending());
        } catch (FirstStep reached) {
            return reached.seconds;
        }
    }

    private TrainingRun run(TrainingOptions options) {
        return ResumableTraining.run(
                plan,
                composition,
                new Seed(1),
                options.withImageFolder(images),
                new Checkpoints(checkpoints, Duration.ofDays(1), Settings.defaults()));
    }

    /** Asks the training to stop after an epoch or a given step. */
    private static final class Stop implements TrainingListener {

        private final Predicate<Step> wanted;
        private boolean reached;

        Stop(Predicate<Step> wanted) {
            this.wanted = wanted;
        }

        @Override
        public void stepEnded(Step step) {
            reached |= wanted.test(step);
        }

        @Override
        public void epochEnded(TrainingHistory history) {
            reached = true;
        }
    }

    /** Aborts a training without a checkpoint, as a kill would. */
    private static final class FirstStep extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final double seconds;

        FirstStep(double seconds) {
            super("the first step has ended");
            this.seconds = seconds;
        }
    }
}
