package dev.fer4j.train;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.ProgressListener;
import dev.fer4j.train.loss.SampleWeights;
import dev.fer4j.train.state.SavedState;
import dev.fer4j.train.state.StateSink;
import dev.fer4j.train.weights.WeightsFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Options of a training besides its plan. Only sample weights and initial weights change results.
 *
 * @param progress called after every batch, with loss and accuracy so far
 * @param listener called after steps and epochs
 * @param imageFolder folder in which decoded images are kept for this and later trainings; if
 *     empty, they are kept in memory
 * @param sampleWeights weight of each sample in the loss
 * @param initialWeights the file of initial weights; the last layer is newly initialized if the
 *     file's does not fit. If empty, weights are drawn from the seed. Not read when resuming, since
 *     the state contains the weights
 * @param sink receives the offered state after every step and epoch
 * @param start the state to resume from, of the same plan, data and seed; if empty, training starts
 *     from the beginning
 * @param stopRequested polled after every step and every batch of validation; if true, training
 *     offers its state and ends as {@link TrainingRun.Ending#STOPPED}
 */
public record TrainingOptions(
        ProgressListener progress,
        TrainingListener listener,
        Optional<Path> imageFolder,
        SampleWeights sampleWeights,
        Optional<WeightsFile> initialWeights,
        StateSink sink,
        Optional<SavedState> start,
        BooleanSupplier stopRequested) {

    /**
     * No listeners, images in memory, equal sample weights, random initial weights, and no
     * checkpoints.
     */
    public static TrainingOptions defaults() {
        return new TrainingOptions(
                ProgressListener.none(),
                TrainingListener.none(),
                Optional.empty(),
                SampleWeights.equal(),
                Optional.empty(),
                StateSink.none(),
                Optional.empty(),
                () -> false);
    }

    public TrainingOptions {
        requireNonNull(progress);
        requireNonNull(listener);
        requireNonNull(imageFolder);
        requireNonNull(sampleWeights);
        requireNonNull(initialWeights);
        requireNonNull(sink);
        requireNonNull(start);
        requireNonNull(stopRequested);
    }

    public TrainingOptions withProgress(ProgressListener other) {
        return with(copy -> copy.progress = other);
    }

    public TrainingOptions withListener(TrainingListener other) {
        return with(copy -> copy.listener = other);
    }

    /** Returns a copy that keeps decoded images in a folder. */
    public TrainingOptions withImageFolder(Path folder) {
        return with(copy -> copy.imageFolder = Optional.of(folder));
    }

    public TrainingOptions withSampleWeights(SampleWeights weights) {
        return with(copy -> copy.sampleWeights = weights);
    }

    /** Returns a copy with initial weights from a file. */
    public TrainingOptions withInitialWeights(WeightsFile weights) {
        return with(copy -> copy.initialWeights = Optional.of(weights));
    }

    /** Returns a copy with a sink that is offered states. */
    public TrainingOptions withSink(StateSink taker) {
        return with(copy -> copy.sink = taker);
    }

    /** Returns a copy with a state to resume from. */
    public TrainingOptions withStart(SavedState state) {
        return with(copy -> copy.start = Optional.of(state));
    }

    /** Returns a copy with a condition that is polled after every step and stops the training. */
    public TrainingOptions withStopRequested(BooleanSupplier requested) {
        return with(copy -> copy.stopRequested = requested);
    }

    private TrainingOptions with(Consumer<Draft> change) {
        Draft copy = new Draft(this);
        change.accept(copy);
        return copy.options();
    }

    private static final class Draft {
        private ProgressListener progress;
        private TrainingListener listener;
        private Optional<Path> imageFolder;
        private SampleWeights sampleWeights;
        private Optional<WeightsFile> initialWeights;
        private StateSink sink;
        private Optional<SavedState> start;
        private BooleanSupplier stopRequested;

        Draft(TrainingOptions options) {
            progress = options.progress;
            listener = options.listener;
            imageFolder = options.imageFolder;
            sampleWeights = options.sampleWeights;
            initialWeights = options.initialWeights;
            sink = options.sink;
            start = options.start;
            stopRequested = options.stopRequested;
        }

        TrainingOptions options() {
            return new TrainingOptions(
                    progress,
                    listener,
                    imageFolder,
                    sampleWeights,
                    initialWeights,
                    sink,
                    start,
                    stopRequested);
        }
    }
}
