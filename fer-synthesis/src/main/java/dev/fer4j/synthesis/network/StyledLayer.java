package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import dev.fer4j.synthesis.internal.Scalars;

/**
 * A layer of the synthesis network: modulated convolution, noise, bias, leaky ReLU (Karras et al.
 * 2020a, figure 2d).
 *
 * <p>Parameters: those of {@link ModulatedConvolution} and {@link NoiseInput}, {@code bias} (out).
 */
final class StyledLayer {

    private final ModulatedConvolution convolution;
    private final NoiseInput noise;
    private final Parameter bias;

    private StyledLayer(
            ParameterScope scope,
            ModulatedConvolution convolution,
            String name,
            int out,
            int side) {
        this.convolution = convolution;
        this.noise = new NoiseInput(scope, name, side);
        this.bias = scope.filled("bias", 0, out);
    }

    /** A layer that preserves the size of maps. */
    static StyledLayer plain(
            ParameterScope scope, String name, int wDim, int in, int out, int side) {
        return new StyledLayer(
                scope, ModulatedConvolution.plain(scope, wDim, in, out), name, out, side);
    }

    /** A layer that doubles maps to the given side. */
    static StyledLayer doubling(
            ParameterScope scope, String name, int wDim, int in, int out, int side) {
        return new StyledLayer(
                scope, ModulatedConvolution.doubling(scope, wDim, in, out), name, out, side);
    }

    NoiseInput noise() {
        return noise;
    }

    /**
     * Applies the layer.
     *
     * @param input {@code (N, in, H, W)}
     * @param w styles, {@code (N, wDim)}
     * @return {@code (N, out, side, side)}
     */
    NDArray forward(NDArray input, NDArray w, GeneratorNoise kind) {
        return Scratch.keepOnly(
                input.getManager(),
                () -> {
                    NDArray sum = convolution.forward(input, w, LeakyRelu.GAIN);
                    noise.of(kind, sum, LeakyRelu.GAIN).ifPresent(sum::addi);
                    sum.addi(Scalars.times(bias.getArray(), LeakyRelu.GAIN).reshape(1, -1, 1, 1));
                    NDArray result = LeakyRelu.of(sum);
                    // It was created by an inner layer, whose scratch has released it.
                    sum.close();
                    return result;
                });
    }
}
