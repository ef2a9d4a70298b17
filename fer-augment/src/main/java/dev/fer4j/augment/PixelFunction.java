package dev.fer4j.augment;

import dev.fer4j.core.RgbImage;
import java.util.random.RandomGenerator;

/** A change of images that a user brings. Called from several threads at once. */
@FunctionalInterface
public interface PixelFunction {

    /**
     * Makes a changed image. Its exceptions are reported with the function's name, see {@link
     * FunctionException}.
     *
     * @param image not to be written to; has the size that the network is fed, if one was asked for
     * @param random the only randomness to use: the same for the same plan
     * @return an image of the same size
     */
    RgbImage apply(RgbImage image, RandomGenerator random);
}
