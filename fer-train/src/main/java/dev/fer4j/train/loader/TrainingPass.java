package dev.fer4j.train.loader;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.data.composition.TrainingItem;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The items of one epoch of training, with augmentation. Samples for validation and testing are
 * passed to {@link BatchLoader#pass(List)} instead, which never augments.
 *
 * @param items the items, in order
 * @param images the augmented images
 * @param mixing augmentation of whole batches
 * @param epoch the epoch, from 1
 */
public record TrainingPass(
        List<TrainingItem> items, AugmentedImages images, BatchAugmentation mixing, int epoch) {

    public TrainingPass {
        items = List.copyOf(items);
        requireNonNull(images);
        requireNonNull(mixing);
        checkArgument(epoch >= 1, "epoch %s is not at least 1", epoch);
    }

    /**
     * Returns the random generator for mixing a step's batch, independent of threads and timing.
     */
    RandomGenerator randomOf(int step) {
        return images.seed().derive("mix batch", epoch, step).generator();
    }
}
