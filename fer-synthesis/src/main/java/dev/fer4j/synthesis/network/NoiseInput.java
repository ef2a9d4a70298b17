package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.internal.OwnedArrays;
import dev.fer4j.synthesis.internal.Scalars;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Noise scaled by a learned strength.
 *
 * <p>Parameters: {@code noise_strength} (), initially 0, and {@code noise_const} (side, side),
 * which is not trained.
 */
final class NoiseInput {

    private final Parameter strength;
    private final Parameter constant;
    private final String layer;
    private final int side;

    /**
     * Creates the parameters.
     *
     * @param layer the layer's unique name, from which the seed of random noise is derived
     */
    NoiseInput(ParameterScope scope, String layer, int side) {
        this.strength = scope.filled("noise_strength", 0);
        this.constant = scope.fixedNormal("noise_const", side, side);
        this.layer = layer;
        this.side = side;
    }

    /**
     * The noise to add to maps {@code (N, C, side, side)}, if any.
     *
     * @param scale factor on the noise
     */
    Optional<NDArray> of(GeneratorNoise noise, NDArray maps, double scale) {
        if (noise instanceof GeneratorNoise.None) {
            return Optional.empty();
        }
        NDArray values = constant.getArray();
        if (noise instanceof GeneratorNoise.Random random) {
            values = draws(random, maps);
        } else if (noise instanceof DrawnNoise drawn) {
            values = Optional.ofNullable(drawn.byLayer().get(layer)).orElseThrow();
        }
        return Optional.of(values.mul(Scalars.times(strength.getArray(), scale)));
    }

    String layer() {
        return layer;
    }

    /** Height and width. */
    int side() {
        return side;
    }

    private NDArray draws(GeneratorNoise.Random noise, NDArray maps) {
        long count = noise.images().size();
        FloatBuffer values = FloatBuffer.allocate(Math.toIntExact(count * side * side));
        for (Seed image : noise.images()) {
            RandomGenerator random = image.derive(layer).generator();
            for (int i = 0; i < side * side; i++) {
                values.put((float) random.nextGaussian());
            }
        }
        NDManager manager = maps.getManager();
        return OwnedArrays.of(
                manager, values.flip(), new Shape(count, 1, side, side), maps.getDataType());
    }
}
