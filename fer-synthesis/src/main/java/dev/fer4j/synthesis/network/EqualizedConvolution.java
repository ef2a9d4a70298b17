package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import dev.fer4j.synthesis.internal.Scalars;
import java.util.Optional;

/**
 * A convolution with equalized learning rate: {@code conv(x, W / √(in·K·K)) + b}, with W drawn from
 * N(0, 1); then a leaky ReLU if it has a bias.
 *
 * <p>Parameters: {@code weight} (out, in, K, K) and, with an activation, {@code bias} (out).
 */
final class EqualizedConvolution {

    private static final Shape ONE = new Shape(1, 1);

    private final Parameter weight;
    private final Optional<Parameter> bias;
    private final double weightGain;
    private final double biasGain;
    private final int padding;
    private final int stride;

    private EqualizedConvolution(
            ParameterScope scope,
            int in,
            int out,
            int taps,
            int padding,
            int stride,
            boolean activates,
            double gain) {
        this.weight = scope.normal("weight", 1, out, in, taps, taps);
        this.bias = activates ? Optional.of(scope.filled("bias", 0, out)) : Optional.empty();
        this.biasGain = activates ? gain * LeakyRelu.GAIN : gain;
        this.weightGain = biasGain / Math.sqrt((double) in * taps * taps);
        this.padding = padding;
        this.stride = stride;
    }

    /** A convolution that preserves the size of maps, with a leaky ReLU. */
    static EqualizedConvolution activated(ParameterScope scope, int in, int out, int taps) {
        return new EqualizedConvolution(scope, in, out, taps, taps / 2, 1, true, 1);
    }

    /** A convolution of 3 × 3 taps with stride 2 and no padding, with a leaky ReLU. */
    static EqualizedConvolution halving(ParameterScope scope, int in, int out, double gain) {
        return new EqualizedConvolution(scope, in, out, 3, 0, 2, true, gain);
    }

    /** A convolution of one tap, without bias or activation. */
    static EqualizedConvolution linear(ParameterScope scope, int in, int out, double gain) {
        return new EqualizedConvolution(scope, in, out, 1, 0, 1, false, gain);
    }

    /**
     * Applies the convolution.
     *
     * @param input {@code (N, in, H, W)}
     */
    NDArray forward(NDArray input) {
        return Scratch.keepOnly(
                input.getManager(),
                () -> {
                    NDArray sum =
                            Conv2d.conv2d(
                                            input,
                                            Scalars.times(weight.getArray(), weightGain),
                                            bias.map(b -> Scalars.times(b.getArray(), biasGain))
                                                    .orElse(null),
                                            new Shape(stride, stride),
                                            new Shape(padding, padding),
                                            ONE,
                                            1)
                                    .singletonOrThrow();
                    return bias.isPresent() ? LeakyRelu.of(sum) : sum;
                });
    }
}
