package dev.fer4j.synthesis.network;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import dev.fer4j.core.Seed;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * The noise added to the feature maps of a generator, for detail that no style controls.
 *
 * <p>What is drawn from seeds is the same in each run. From Java's generator ({@link
 * NormalNumbers#JAVA}) its bits are the same on all devices, too; computed on a device ({@link
 * NormalNumbers#DEVICE}), it is other numbers than Java's, and the same up to rounding.
 */
public sealed interface GeneratorNoise
        permits GeneratorNoise.None,
                GeneratorNoise.Constant,
                GeneratorNoise.Random,
                GeneratorNoise.Maps,
                DrawnNoise {

    /** No noise. */
    record None() implements GeneratorNoise {}

    /** The constant maps among the weights, the same for all images. */
    record Constant() implements GeneratorNoise {}

    /**
     * Standard normal values, drawn for each image from its own seed, so that an image does not
     * depend on its batch.
     *
     * @param images a seed for each image of the batch
     * @param from where the values come from
     */
    record Random(List<Seed> images, NormalNumbers from) implements GeneratorNoise {

        public Random {
            images = List.copyOf(images);
            requireNonNull(from);
        }

        /** Values from Java's generator, the same on every device. */
        public Random(List<Seed> images) {
            this(images, NormalNumbers.JAVA);
        }
    }

    /**
     * Given maps, such as those that a projection optimizes.
     *
     * @param byLayer {@code (N, 1, side, side)} by layer name: {@code b4.conv1}, {@code b8.conv0},
     *     …
     */
    record Maps(Map<String, NDArray> byLayer) implements GeneratorNoise {

        public Maps {
            byLayer = Map.copyOf(byLayer);
        }
    }

    /** Random noise from Java for a number of images, with seeds derived from one seed. */
    static Random random(Seed seed, int count) {
        return random(seed, count, NormalNumbers.JAVA);
    }

    /** Random noise for a number of images, with seeds derived from one seed. */
    static Random random(Seed seed, int count, NormalNumbers from) {
        return new Random(
                LongStream.range(0, count).mapToObj(image -> seed.derive("noise", image)).toList(),
                from);
    }
}
