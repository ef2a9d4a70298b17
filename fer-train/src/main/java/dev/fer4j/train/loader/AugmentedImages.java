package dev.fer4j.train.loader;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.TrainingItem;

/**
 * Training images as an epoch sees them. What happens to an image depends on the seed, the image,
 * the epoch and the item's draw only; with a policy for whole recordings, on the recording instead
 * of the image.
 *
 * @param policy what may happen to an image
 * @param seed the training's
 * @param images where they come from
 */
public record AugmentedImages(AugmentationPolicy policy, Seed seed, ImageSource images) {

    /** The image of an item in an epoch, counted from 1. */
    public RgbImage get(TrainingItem item, int epoch) {
        RgbImage image = images.get(item.sample());
        // Sources name their recordings by themselves.
        String purpose =
                policy.scope() == AugmentationPolicy.Scope.RECORDING
                        ? "augment recording "
                                + item.sample().source()
                                + "/"
                                + item.sample().recording()
                        : "augment " + item.sample().id();
        // An image itself is augmented as in trainings that have no copies.
        Seed drawn =
                item.draw() == 0
                        ? seed.derive(purpose, epoch)
                        : seed.derive(purpose, epoch, item.draw());
        return policy.draw(drawn.generator(), image.width(), image.height()).apply(image);
    }
}
