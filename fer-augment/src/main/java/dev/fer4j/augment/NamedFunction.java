package dev.fer4j.augment;

import dev.fer4j.core.RgbImage;
import java.util.random.RandomGenerator;

/**
 * A user's function whose failures are reported with its name.
 *
 * @param name the name in the policy
 * @param function the function to call
 */
record NamedFunction(String name, PixelFunction function) implements PixelFunction {

    @Override
    public RgbImage apply(RgbImage image, RandomGenerator random) {
        RgbImage made = call(image, random);
        if (made == null) {
            throw new FunctionException(
                    "the function '" + name + "' returned null; it must return an image");
        }
        if (made.width() != image.width() || made.height() != image.height()) {
            throw new FunctionException(
                    ("the function '%s' returned an image of %s × %s pixels of "
                                    + "one of %s × %s; it must keep the size")
                            .formatted(
                                    name,
                                    made.width(),
                                    made.height(),
                                    image.width(),
                                    image.height()));
        }
        return made;
    }

    private RgbImage call(RgbImage image, RandomGenerator random) {
        try {
            return function.apply(image, random);
        } catch (RuntimeException e) {
            // User code may throw any exception, and its message seldom says where it comes from.
            // Errors, such as running out of memory, are not caused by the function and are
            // propagated.
            throw new FunctionException("the function '" + name + "' failed: " + e, e);
        }
    }
}
