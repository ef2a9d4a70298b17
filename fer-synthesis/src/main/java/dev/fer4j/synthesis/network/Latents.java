package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.internal.OwnedArrays;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;

/** Standard normal latents z. */
public final class Latents {

    private Latents() {}

    /**
     * Draws one latent for each seed; it does not depend on the batch.
     *
     * @param manager owns the result
     * @return {@code (seeds, dimension)}, float32
     */
    public static NDArray of(NDManager manager, List<Seed> seeds, int dimension) {
        FloatBuffer values = FloatBuffer.allocate(Math.multiplyExact(seeds.size(), dimension));
        for (Seed seed : seeds) {
            RandomGenerator random = seed.derive("latent").generator();
            for (int i = 0; i < dimension; i++) {
                values.put((float) random.nextGaussian());
            }
        }
        return OwnedArrays.of(
                manager, values.flip(), new Shape(seeds.size(), dimension), DataType.FLOAT32);
    }
}
