package dev.fer4j.train.loader;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.data.composition.TrainingItem;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What an epoch of training sees. Only this is augmented: it is made of training items, and {@link
 * BatchLoader#pass(List)} takes the samples that are validated and tested, without augmentation.
 *
 * @param items in order
 * @param images what they look like
 * @param mixing what happens to a whole batch
 * @param epoch from 1
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
     * Randomness of a step's mixing, independent of the thread and time at which its batch is made.
     */
    RandomGenerator randomOf(int step) {
        return images.seed().derive("mix batch", epoch, step).generator();
    }
}
