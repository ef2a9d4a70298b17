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
 * Training images as an epoch sees them. What happens to an image depends on the seed, the image,
 * the epoch and the item's draw only; with a policy for whole recordings, on the recording instead
 * of the image.
 *
 * @param policy what may happen to an image
 * @param seed the training's
 * @param images where they come from
 */
public record AugmentedImages(AugmentationPolicy policy, Seed seed, ImageSource images) {

    /**
     * The image of an item in an epoch.
     *
     * @param epoch from 1
     * @throws InputException if the image cannot be read, or is smaller than the policy's crop
     * @throws FunctionException if a function of the user's fails; names it and the image's file
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
        // Sources name their recordings by themselves.
        Seed what =
                policy.scope() == AugmentationPolicy.Scope.RECORDING
                        ? seed.derive("augment recordings of " + sample.source())
                        : seed;
        String purpose =
                policy.scope() == AugmentationPolicy.Scope.RECORDING
                        ? sample.recording()
                        : "augment " + sample.id();
        // An image itself is augmented as in trainings that have no copies.
        Seed drawn =
                item.draw() == 0
                        ? what.derive(purpose, epoch)
                        : what.derive(purpose, epoch, item.draw());
        return drawn.generator();
    }
}
