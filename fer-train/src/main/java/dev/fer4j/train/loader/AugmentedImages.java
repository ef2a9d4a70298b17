package dev.fer4j.train.loader;

import dev.fer4j.augment.AugmentationPolicy;
import dev.fer4j.augment.FunctionException;
import dev.fer4j.core.InputException;
import dev.fer4j.core.Problem;
import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Sample;
import dev.fer4j.core.Seed;
import dev.fer4j.data.composition.TrainingItem;
import java.util.random.RandomGenerator;

/**
 * Training images, augmented for an epoch. The augmentation depends only on the seed, the image,
 * the epoch and the item's draw number; with a policy for whole recordings, on the recording
 * instead of the image.
 *
 * @param policy the augmentations
 * @param seed the seed of the training
 * @param images the source of the images
 */
public record AugmentedImages(AugmentationPolicy policy, Seed seed, ImageSource images) {

    /**
     * Returns the augmented image of an item in an epoch.
     *
     * @param epoch from 1
     * @throws InputException if the image cannot be read, or is smaller than the policy's crop
     * @throws FunctionException if a user-supplied function fails, naming it and the image file
     */
    public RgbImage get(TrainingItem item, int epoch) {
        RgbImage image = images.get(item.sample());
        try {
            return policy.draw(random(item, epoch), image.width(), image.height()).apply(image);
        } catch (FunctionException e) {
            throw e.at(item.sample().file().toString());
        } catch (InputException e) {
            throw new InputException(
                    Problem.Kind.BAD_SETTING, item.sample().file(), e.getMessage(), "", e);
        }
    }

    private RandomGenerator random(TrainingItem item, int epoch) {
        Sample sample = item.sample();
        // Recordings of different sources may have the same name.
        Seed what =
                policy.scope() == AugmentationPolicy.Scope.RECORDING
                        ? seed.derive("augment recordings of " + sample.source())
                        : seed;
        String purpose =
                policy.scope() == AugmentationPolicy.Scope.RECORDING
                        ? sample.recording()
                        : "augment " + sample.id();
        // The first draw is augmented as in trainings without repeated draws.
        Seed drawn =
                item.draw() == 0
                        ? what.derive(purpose, epoch)
                        : what.derive(purpose, epoch, item.draw());
        return drawn.generator();
    }
}
