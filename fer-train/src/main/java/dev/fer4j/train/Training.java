package dev.fer4j.train;

import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.Seed;
import dev.fer4j.core.design.Split;
import dev.fer4j.core.design.TrainingHistory;
import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.data.composition.Composition;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.internal.ItemWeights;
import dev.fer4j.train.internal.Score;
import dev.fer4j.train.loader.AugmentedImages;
import dev.fer4j.train.loader.Batch;
import dev.fer4j.train.loader.BatchLoader;
import dev.fer4j.train.loader.ImageSource;
import dev.fer4j.train.loader.TrainingPass;
import dev.fer4j.train.network.GradientMode;
import dev.fer4j.train.plan.OnNotFinite;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.state.StateSink;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.weights.WeightsReport;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The training loop:
 *
 * <pre>
 *   until training ends
 *       for each remaining batch of the epoch's augmented items
 *           accumulate gradients of the weighted binary cross-entropy
 *           update the weights by Adam, if enough batches have accumulated
 *           offer the state
 *       score the validation images, with averaged weights if the plan says so
 *       keep the weights if the monitored metric is the best so far
 *       move on to the next epoch, to the next phase, or end
 *       offer the state
 *       if a value is not finite: stop, or return to the end of the previous epoch
 * </pre>
 *
 * <p>Randomness comes from (seed, epoch, step) and (seed, epoch, sample, draw) only. With the same
 * seed, data and number of threads the weights are bit-identical on a CPU, whether training ran
 * without interruption or was resumed; on a GPU, if the plan is deterministic. A JVM runs one
 * training at a time, since PyTorch collects gradients globally.
 */
public final class Training {

    private final TrainingPlan plan;
    private final Composition composition;
    private final Seed seed;
    private final TrainingOptions options;
    private final TrainingState state;
    private final TrainingProgress progress;
    private final BatchLoader loader;
    private final ImageSource images;
    private final ModelOrigin origin;
    private final TrainedModel model;
    private final ItemWeights weights;
    private final ProgressReporter report;
    private final FiniteNumbers finite;

    private Training(
            TrainingPlan plan,
            Composition composition,
            Seed seed,
            TrainingOptions options,
            TrainingState state,
            ImageSource images,
            BatchLoader loader) {
        this.plan = plan;
        this.composition = composition;
        this.seed = seed;
        this.options = options;
        this.images = images;
        this.loader = loader;
        this.state = state;
        this.progress = state.progress();
        this.origin = ModelOrigin.of(plan, composition, seed, options);
        this.model = new TrainedModel(state.network(), images, origin.description());
        this.weights = ItemWeights.of(plan.classWeighting(), composition, options.sampleWeights());
        this.report = new ProgressReporter(plan, composition, options, steps());
        this.finite = new FiniteNumbers(state, steps());
    }

    /**
     * Trains a network, keeping decoded images in memory, up to {@link ImageSource#MEMORY}.
     *
     * @see #run(TrainingPlan, Composition, Seed, TrainingOptions)
     */
    public static TrainingRun run(
            TrainingPlan plan, Composition composition, Seed seed, ProgressListener listener) {
        return run(plan, composition, seed, TrainingOptions.defaults().withProgress(listener));
    }

    /**
     * Checks everything that does not depend on images, before any is decoded: the device, the
     * names of stages, and the initial weights, including their values. Builds a network for this
     * and discards it.
     *
     * @param weights the file of initial weights
     * @return a report on each weight; empty if none is given
     * @throws dev.fer4j.core.PlanException if the plan has {@link TrainingPlan#problems}, naming
     *     all; or if the device or PyTorch's native libraries are missing
     * @throws dev.fer4j.core.InputException if the weights cannot be used
     */
    public static Optional<WeightsReport> check(TrainingPlan plan, Optional<WeightsFile> weights) {
        return GradientMode.off(
                () -> {
                    try (Network network = Network.of(plan, new Seed(0))) {
                        return weights.map(file -> network.load(plan.backbone(), file));
                    }
                });
    }

    /**
     * Trains a network.
     *
     * @param composition the data; its training and validation splits are used, but not its test
     *     split
     * @throws NotFiniteException if a loss, gradient or weight becomes non-finite and the plan does
     *     not handle it
     * @throws dev.fer4j.core.PlanException if the plan has {@link TrainingPlan#problems}, naming
     *     all; if the device or PyTorch's native libraries are missing; or if another thread of
     *     this JVM is training
     * @throws dev.fer4j.core.InputException if initial weights, an image or the state to resume
     *     from cannot be used
     * @throws dev.fer4j.core.OutputException if decoded images cannot be stored in the folder
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; its
     *     interrupt status stays set, and no thread of the training remains
     */
    public static TrainingRun run(
            TrainingPlan plan, Composition composition, Seed seed, TrainingOptions options) {
        plan.requireValid();
        return PyTorch.exclusively(
                () -> GradientMode.off(() -> runAlone(plan, composition, seed, options)));
    }

    private static TrainingRun runAlone(
            TrainingPlan plan, Composition composition, Seed seed, TrainingOptions options) {
        Network network = Network.of(plan, seed);
        return CloseOnFailure.of(
                network::close,
                () -> {
                    if (options.start().isEmpty()) {
                        options.initialWeights()
                                .map(file -> network.load(plan.backbone(), file))
                                .ifPresent(options.listener()::weightsLoaded);
                    }
                    return network.training(() -> run(plan, composition, seed, options, network));
                });
    }

    private static TrainingRun run(
            TrainingPlan plan,
            Composition composition,
            Seed seed,
            TrainingOptions options,
            Network network) {
        ImageSource images =
                ImageSource.of(
                        options.imageFolder(), plan.inputSize(), plan.fit(), options.progress());
        images.prepare(composition.samples(Split.TRAIN));
        images.prepare(composition.samples(Split.VALIDATE));
        try (TrainingState state = new TrainingState(plan, seed, network);
                BatchLoader loader =
                        new BatchLoader(images, plan.batchSize(), BatchLoader.defaultWorkers())) {
            Training training =
                    new Training(plan, composition, seed, options, state, images, loader);
            return training.result(training.train());
        }
    }

    private TrainingRun.Ending train() {
        options.start()
                .ifPresent(
                        start -> {
                            state.restore(start);
                            options.listener().resumed(progress.history(), progress.step());
                        });
        if (plan.onNotFinite() instanceof OnNotFinite.RollBack && !state.canRollBack()) {
            state.markGood();
        }
        while (progress.ending().isEmpty()) {
            try {
                if (!trainEpoch() || !endEpoch()) {
                    return stopped();
                }
                if (progress.ending().isEmpty() && options.stopRequested().getAsBoolean()) {
                    return stopped();
                }
            } catch (NotFiniteException e) {
                recover(e);
            }
        }
        return progress.ending().get();
    }

    /** Trains the rest of the epoch; false if asked to stop. */
    private boolean trainEpoch() {
        TrainingPass pass =
                new TrainingPass(
                        plan.sampling().order(composition.training(), seed, progress.epoch()),
                        new AugmentedImages(plan.augmentation(), seed, images),
                        plan.batchAugmentation(),
                        progress.epoch());
        Iterator<Batch> batches = loader.pass(pass, progress.step());
        while (batches.hasNext()) {
            trainStep(batches.next());
            offer(StateSink.Occasion.STEP);
            if (options.stopRequested().getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    private void trainStep(Batch batch) {
        PyTorch.engine()
                .setRandomSeed(
                        (int) seed.derive("dropout", progress.epoch(), progress.step()).value());
        int batches = plan.optimization().accumulation();
        double rate = progress.rateOf(progress.step() / batches, (steps() + batches - 1) / batches);
        Score ofBatch = weights.score(batch, state.learner().learn(batch, weights.of(batch)));
        finite.require(ofBatch, "the loss");
        ofBatch.entries().forEach(state.score()::add);
        if (state.learner().isDue() || progress.step() + 1 == steps()) {
            state.learner().update(rate).ifPresent(finite::fail);
        }
        progress.stepEnded();
        report.stepEnded(progress, weights.loss(ofBatch), state.score());
    }

    /** Scores the epoch and moves on; false, without effect, if asked to stop. */
    private boolean endEpoch() {
        if (!state.learner().withAverage(this::validate)) {
            return false;
        }
        state.epochEnded();
        report.epochEnded(progress);
        if (plan.onNotFinite() instanceof OnNotFinite.RollBack) {
            state.markGood();
        }
        offer(StateSink.Occasion.EPOCH);
        return true;
    }

    private boolean validate() {
        Score validation = new Score();
        boolean complete =
                model.forEachLogit(
                        composition.samples(Split.VALIDATE),
                        options.stopRequested(),
                        (sample, logit) -> validation.add(weights.entry(sample, logit)));
        if (complete) {
            finite.require(validation, "the validation loss");
            state.scored(validation);
        }
        return complete;
    }

    private void recover(NotFiniteException problem) {
        if (plan.onNotFinite() instanceof OnNotFinite.RollBack rollBack
                && progress.rollBacks() < rollBack.most()) {
            state.rollBack();
            options.listener().rolledBack(problem);
        } else if (plan.onNotFinite() instanceof OnNotFinite.KeepBest
                && progress.history().bestEpoch() > 0) {
            progress.end(TrainingRun.Ending.NOT_FINITE);
        } else {
            throw problem;
        }
    }

    private TrainingRun.Ending stopped() {
        offer(StateSink.Occasion.STOP);
        return TrainingRun.Ending.STOPPED;
    }

    private void offer(StateSink.Occasion occasion) {
        var position = new StateSink.Position(occasion, progress.epoch(), progress.step());
        options.sink().offer(position, state::capture);
    }

    private TrainingRun result(TrainingRun.Ending ending) {
        Network last = Network.of(plan, seed);
        state.copyWeightsTo(last);
        state.best().restore();
        TrainingHistory history = progress.history();
        return new TrainingRun(
                new TrainedModel(
                        state.network(), images, origin.description(history.bestEpoch(), ending)),
                new TrainedModel(last, images, origin.description(history.epochs().size(), ending)),
                history,
                ending,
                List.of());
    }

    private int steps() {
        return loader.batches(composition.training().drawn());
    }
}
