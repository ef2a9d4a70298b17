package dev.fer4j.train;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.ProgressListener;
import dev.fer4j.train.weights.WeightsFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What surrounds a training. Apart from sample weights and initial weights, none of it changes
 * results.
 *
 * @param progress is called after every batch, with loss and accuracy so far
 * @param listener is called for steps and epochs
 * @param imageFolder where decoded images are kept for this training and others; memory without one
 * @param sampleWeights how much each sample counts
 * @param initialWeights what the network starts from, except for a newly initialized last layer if
 *     the file has none that fits; random weights of the seed without one. A resumed state has its
 *     own weights, so the file is not read again then
 * @param sink is offered the state after every step and epoch
 * @param start the state to resume from; the beginning without one. It is of the same plan, data
 *     and seed
 * @param stopRequested asked after every step and every batch of validation; if true, training
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

    /** None: no listener, images in memory, equal weights, from the beginning to the end. */
    public static final TrainingOptions NONE =
            new TrainingOptions(
                    ProgressListener.none(),
                    TrainingListener.none(),
                    Optional.empty(),
                    SampleWeights.equal(),
                    Optional.empty(),
                    StateSink.none(),
                    Optional.empty(),
                    () -> false);

    /** Checks that nothing is missing. */
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

    /** Returns a copy with a different listener to progress. */
    public TrainingOptions withProgress(ProgressListener other) {
        return new TrainingOptions(
                other,
                listener,
                imageFolder,
                sampleWeights,
                initialWeights,
                sink,
                start,
                stopRequested);
    }

    /** Returns a copy with a different listener to steps and epochs. */
    public TrainingOptions withListener(TrainingListener other) {
        return new TrainingOptions(
                progress,
                other,
                imageFolder,
                sampleWeights,
                initialWeights,
                sink,
                start,
                stopRequested);
    }

    /** Returns a copy with decoded images in a folder. */
    public TrainingOptions withImageFolder(Path folder) {
        return new TrainingOptions(
                progress,
                listener,
                Optional.of(folder),
                sampleWeights,
                initialWeights,
                sink,
                start,
                stopRequested);
    }

    /** Returns a copy with different weights of samples. */
    public TrainingOptions withSampleWeights(SampleWeights weights) {
        return new TrainingOptions(
                progress,
                listener,
                imageFolder,
                weights,
                initialWeights,
                sink,
                start,
                stopRequested);
    }

    /** Returns a copy that starts from the weights of a file. */
    public TrainingOptions withInitialWeights(WeightsFile weights) {
        return new TrainingOptions(
                progress,
                listener,
                imageFolder,
                sampleWeights,
                Optional.of(weights),
                sink,
                start,
                stopRequested);
    }

    /** Returns a copy with a state sink. */
    public TrainingOptions withSink(StateSink taker) {
        return new TrainingOptions(
                progress,
                listener,
                imageFolder,
                sampleWeights,
                initialWeights,
                taker,
                start,
                stopRequested);
    }

    /** Returns a copy that resumes from a state. */
    public TrainingOptions withStart(SavedState state) {
        return new TrainingOptions(
                progress,
                listener,
                imageFolder,
                sampleWeights,
                initialWeights,
                sink,
                Optional.of(state),
                stopRequested);
    }

    /** Returns a copy with a different stop request. */
    public TrainingOptions withStopRequested(BooleanSupplier requested) {
        return new TrainingOptions(
                progress,
                listener,
                imageFolder,
                sampleWeights,
                initialWeights,
                sink,
                start,
                requested);
    }
}
