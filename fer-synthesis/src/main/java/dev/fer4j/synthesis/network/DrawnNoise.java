package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * The values of {@link GeneratorNoise.Random} once they are drawn.
 *
 * @param byLayer {@code (N, 1, side, side)} by layer name
 */
record DrawnNoise(Map<String, NDArray> byLayer) implements GeneratorNoise {

    DrawnNoise {
        byLayer = Map.copyOf(byLayer);
    }
}
