package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import dev.fer4j.synthesis.internal.Scalars;

/**
 * A fully connected layer with equalized learning rate (Karras et al. 2018, section 4.1): {@code y
 * = x·(λ/√in · W)ᵀ + λ·b}, with W drawn from N(0, 1/λ²).
 *
 * <p>Parameters: {@code weight} (out, in), {@code bias} (out).
 */
final class Dense {

    private final Parameter weight;
    private final Parameter bias;
    private final double weightGain;
    private final double biasGain;
    private final boolean activates;

    private Dense(
            ParameterScope scope,
            int in,
            int out,
            double rateMultiplier,
            double initialBias,
            boolean activates) {
        this.weight = scope.normal("weight", 1 / rateMultiplier, out, in);
        this.bias = scope.filled("bias", initialBias / rateMultiplier, out);
        double gain = activates ? LeakyRelu.GAIN : 1;
        this.weightGain = gain * rateMultiplier / Math.sqrt(in);
        this.biasGain = gain * rateMultiplier;
        this.activates = activates;
    }

    /** A layer without an activation, with a given initial bias. */
    static Dense linear(ParameterScope scope, int in, int out, double initialBias) {
        return new Dense(scope, in, out, 1, initialBias, false);
    }

    /** A layer with a leaky ReLU and a learning rate multiplied by λ. */
    static Dense activated(ParameterScope scope, int in, int out, double rateMultiplier) {
        return new Dense(scope, in, out, rateMultiplier, 0, true);
    }

    /**
     * Applies the layer.
     *
     * @param input {@code (N, in)}
     * @return {@code (N, out)}
     */
    NDArray forward(NDArray input) {
        return Scratch.keepOnly(
                input.getManager(),
                () -> {
                    NDArray sum =
                            Linear.linear(
                                            Scalars.times(input, weightGain),
                                            weight.getArray(),
                                            Scalars.times(bias.getArray(), biasGain))
                                    .singletonOrThrow();
                    return activates ? LeakyRelu.of(sum) : sum;
                });
    }
}
