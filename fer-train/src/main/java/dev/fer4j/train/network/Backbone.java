package dev.fer4j.train.network;

import ai.djl.nn.Block;
import dev.fer4j.core.Seed;

/**
 * A network to train. {@link dev.fer4j.train.xception.Xception} is the paper's; {@link
 * dev.fer4j.train.xception.MiniXception} is a small one for CPUs, and {@link
 * dev.fer4j.train.keras.network.KerasNetwork} that of a Keras model.
 *
 * <p>The block that it builds maps images {@code (N, 3, H, W)}, float32 in [−1, 1], channels red,
 * green, blue, to logits {@code (N, 1)} of {@link dev.fer4j.core.Label#POSITIVE}. If it is a {@link
 * StagedBlock}, its stages can be frozen, and their feature maps are available by name.
 */
@FunctionalInterface
public interface Backbone {

    /**
     * Builds a new block whose initializers draw from the seed.
     *
     * @return a block that is not yet initialized, since shapes depend on the input size
     */
    Block build(Seed seed);

    /** The smallest height and width of its images, in pixels, at least 1; any size by default. */
    default int smallestInput() {
        return 1;
    }

    /**
     * Whether the block also accepts images in bfloat16 and kernels of convolutions {@code (out,
     * in, h, w)} in bfloat16, with all other parameters in float32, and then still returns float32
     * logits; not by default. DJL reports the type of bfloat16 arrays as unknown.
     */
    default boolean computesInBfloat16() {
        return false;
    }
}
