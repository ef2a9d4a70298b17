package dev.fer4j.augment;

import dev.fer4j.core.RgbImage;
import java.util.random.RandomGenerator;

/** A user-defined augmentation. It may be called from several threads at once. */
@FunctionalInterface
public interface PixelFunction {

    /**
     * Returns the augmented image. Exceptions are reported with the function's name, see {@link
     * FunctionException}.
     *
     * @param image the image, which must not be modified; it has the network's input size if one
     *     was requested
     * @param random the only source of randomness to use; its sequence is the same for the same
     *     plan
     * @return an image of the same size
     */
    RgbImage apply(RgbImage image, RandomGenerator random);
}
