package dev.fer4j.data.composition;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import dev.fer4j.core.Sample;

/**
 * One item of the training list: an image or a copy of one.
 *
 * @param sample the image
 * @param copy 0 for the image itself, 1, 2, … for its copies
 * @param draw index of its random augmentation in an epoch: items of one image with the same draw
 *     have the same pixels; 0 for the image itself
 */
public record TrainingItem(Sample sample, int copy, int draw) {

    public TrainingItem {
        requireNonNull(sample);
        checkArgument(copy >= 0, "copy %s is negative", copy);
        checkArgument(draw >= 0, "draw %s is negative", draw);
    }

    /** Creates the item of the image itself. */
    public TrainingItem(Sample sample) {
        this(sample, 0, 0);
    }

    public TrainingItem withDraw(int other) {
        return new TrainingItem(sample, copy, other);
    }
}
