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
 * A training that was interrupted somewhere, in a folder of checkpoints.
 *
 * @param images where decoded images are kept
 * @param checkpoints the folder
 */
record Interrupted(TrainingPlan plan, Composition composition, Path images, Path checkpoints) {

    /** Trains from where it is until an epoch has ended. */
    void untilTheEpochEnds() {
        Stop stop = new Stop(step -> false);
        train(stop);
        requireReached(stop);
    }

    /** Trains from where it is until a step of an epoch, from 1, has ended. */
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
     * Goes on until the first step has ended, and leaves the checkpoints as they are.
     *
     * @return seconds to the end of that step
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

    /** Asks for the end when an epoch or a certain step has ended. */
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

    /** Ends a training without a checkpoint, as a kill would. */
    private static final class FirstStep extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final double seconds;

        FirstStep(double seconds) {
            super("the first step has ended");
            this.seconds = seconds;
        }
    }
}
