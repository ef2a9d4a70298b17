package dev.fer4j.synthesis.training;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.ProgressListener;
import dev.fer4j.core.RgbImage;
import dev.fer4j.train.checkpoint.Checkpoints;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Options of a StyleGAN2 training that do not affect its result.
 *
 * @param imageFolder where decoded images are stored; empty for memory
 * @param checkpoints where the training state is saved, and resumed from; empty for none
 * @param listener receives each row of the history
 * @param distance measures images of the averaged generator against the real ones for each row of
 *     the history; empty for none
 * @param stopRequested polled after each step
 * @param progress receives progress
 */
public record GanOptions(
        Optional<Path> imageFolder,
        Optional<Checkpoints> checkpoints,
        GanListener listener,
        Optional<ToDoubleFunction<List<RgbImage>>> distance,
        BooleanSupplier stopRequested,
        ProgressListener progress) {

    /** Images in memory; no checkpoints, listener or distance; never stopped. */
    public static GanOptions defaults() {
        return new GanOptions(
                Optional.empty(),
                Optional.empty(),
                new GanListener() {},
                Optional.empty(),
                () -> false,
                ProgressListener.none());
    }

    public GanOptions {
        requireNonNull(imageFolder);
        requireNonNull(checkpoints);
        requireNonNull(listener);
        requireNonNull(distance);
        requireNonNull(stopRequested);
        requireNonNull(progress);
    }

    public GanOptions withImageFolder(Path folder) {
        return new GanOptions(
                Optional.of(folder), checkpoints, listener, distance, stopRequested, progress);
    }

    public GanOptions withCheckpoints(Checkpoints kept) {
        return new GanOptions(
                imageFolder, Optional.of(kept), listener, distance, stopRequested, progress);
    }

    public GanOptions withListener(GanListener other) {
        return new GanOptions(imageFolder, checkpoints, other, distance, stopRequested, progress);
    }

    public GanOptions withDistance(ToDoubleFunction<List<RgbImage>> measure) {
        return new GanOptions(
                imageFolder, checkpoints, listener, Optional.of(measure), stopRequested, progress);
    }

    public GanOptions withStopRequested(BooleanSupplier asked) {
        return new GanOptions(imageFolder, checkpoints, listener, distance, asked, progress);
    }

    public GanOptions withProgress(ProgressListener other) {
        return new GanOptions(imageFolder, checkpoints, listener, distance, stopRequested, other);
    }
}
