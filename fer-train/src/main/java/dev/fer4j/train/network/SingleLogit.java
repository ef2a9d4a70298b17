package dev.fer4j.train.network;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Problem;
import java.util.Arrays;

/** The check that a network gives one logit for an image, as a {@link Backbone} for two labels. */
public final class SingleLogit {

    private SingleLogit() {}

    /**
     * Checks a network.
     *
     * @param network initialized
     * @param size height and width of its images, in pixels
     * @throws PlanException if it gives anything but {@code (1, 1)} for an image
     */
    public static void require(Block network, int size) {
        Shape[] given = network.getOutputShapes(new Shape[] {new Shape(1, 3, size, size)});
        if (given.length != 1 || given[0].size() != 1) {
            throw new PlanException(
                    Problem.Kind.BAD_SETTING,
                    "network",
                    "gives "
                            + Arrays.toString(given)
                            + " for an image; with two labels it must be one logit",
                    "use a network whose last layer has one unit");
        }
    }
}
