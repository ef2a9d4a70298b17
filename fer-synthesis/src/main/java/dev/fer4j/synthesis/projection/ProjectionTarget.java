package dev.fer4j.synthesis.projection;

import static java.util.Objects.requireNonNull;

import dev.fer4j.core.RgbImage;
import dev.fer4j.core.Seed;

/**
 * An image to project.
 *
 * @param image of any size; it is resized to the generator's, ignoring its aspect ratio
 * @param seed of noise and jitter
 */
public record ProjectionTarget(RgbImage image, Seed seed) {

    public ProjectionTarget {
        requireNonNull(image);
        requireNonNull(seed);
    }
}
