package dev.fer4j.train;

import ai.djl.nn.Block;
import dev.fer4j.core.Seed;

/**
 * A network to train. {@link dev.fer4j.train.xception.XceptionConfig} is the paper's.
 *
 * <p>The block that it builds maps images {@code (N, 3, H, W)}, float32 in [−1, 1], channels red,
 * green, blue, to logits {@code (N, 1)} of {@link dev.fer4j.core.Label#POSITIVE}.
 */
@FunctionalInterface
public interface Backbone {

    /**
     * Builds a new block, whose parameters are to be initialized from the seed.
     *
     * @return a block that is not initialized yet: shapes follow from the input size
     */
    Block build(Seed seed);
}
