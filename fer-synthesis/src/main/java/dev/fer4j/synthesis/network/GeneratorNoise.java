package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import dev.fer4j.core.Seed;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What is added to the feature maps of a generator, for detail that no style holds. */
public sealed interface GeneratorNoise {

    /** Nothing. */
    record None() implements GeneratorNoise {}

    /** The maps that belong to the weights, the same for all images. */
    record Constant() implements GeneratorNoise {}

    /**
     * Standard normal values, drawn for each image from a seed of its own, so that an image does
     * not depend on the batch that it is made in.
     *
     * @param images a seed for each image of the batch
     */
    record Random(List<Seed> images) implements GeneratorNoise {

        public Random {
            images = List.copyOf(images);
        }
    }

    /**
     * Given maps, such as those that a projection looks for.
     *
     * @param byLayer {@code (N, 1, side, side)} for each layer, by its name, {@code b4.conv1},
     *     {@code b8.conv0}, …
     */
    record Maps(Map<String, NDArray> byLayer) implements GeneratorNoise {

        public Maps {
            byLayer = Map.copyOf(byLayer);
        }
    }

    /** Random noise for a number of images, their seeds derived from one. */
    static Random random(Seed seed, int count) {
        return new Random(
                LongStream.range(0, count).mapToObj(image -> seed.derive("noise", image)).toList());
    }
}
