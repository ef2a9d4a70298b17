package dev.fer4j.train;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.TrainingItem;
import dev.fer4j.train.loader.ImageCache;

/**
 * Training images as an epoch sees them. What happens to an image depends on the seed, the image,
 * the epoch and the item's draw only.
 */
record AugmentedImages(AugmentationPolicy policy, Seed seed, ImageCache images) {

    /** The image of an item in an epoch, counted from 1. */
    RgbImage get(TrainingItem item, int epoch) {
        RgbImage image = images.get(item.sample());
        String purpose = "augment " + item.sample().id();
        // An image itself is augmented as in trainings that have no copies.
        Seed drawn =
                item.draw() == 0
                        ? seed.derive(purpose, epoch)
                        : seed.derive(purpose, epoch, item.draw());
        return policy.draw(drawn.generator(), image.width(), image.height()).apply(image);
    }
}
