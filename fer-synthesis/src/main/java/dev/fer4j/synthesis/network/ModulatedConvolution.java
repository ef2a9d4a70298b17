package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import dev.fer4j.synthesis.internal.Scalars;
import dev.fer4j.synthesis.internal.TransposedConvolution;
import java.util.function.BinaryOperator;

/**
 * A convolution of 3 × 3 taps whose weights depend on a style (Karras et al. 2020a, section 2.2).
 *
 * <p>Modulation multiplies the weights of each input map by its style, {@code w′ = sᵢ·w} (eq. 1);
 * demodulation divides those of each output map by their norm, {@code w″ = w′ / √(Σ w′² + ε)},
 * summed over input maps and taps (eq. 2). Both factors are the same at every pixel, so they are
 * applied to the maps instead: {@code conv(s·x, w) / √(Σᵢ sᵢ²·Σ w² + ε)}. The result equals that of
 * separate weights for each image, but one convolution serves the whole batch.
 *
 * <p>A convolution that doubles height and width is a transposed one with stride 2, followed by a
 * blur.
 *
 * <p>Parameters: {@code weight} (out, in, 3, 3), {@code affine.weight} (in, wDim), {@code
 * affine.bias} (in), initially 1.
 */
final class ModulatedConvolution {

    private static final double EPSILON = 1e-8;
    private static final int TAPS = 3;
    private static final Shape ONE = new Shape(1, 1);

    private final Parameter weight;
    private final Dense affine;
    private final double gain;
    private final BinaryOperator<NDArray> convolution;

    private ModulatedConvolution(
            ParameterScope scope, int wDim, int in, int out, BinaryOperator<NDArray> convolution) {
        this.weight = scope.normal("weight", 1, out, in, TAPS, TAPS);
        this.affine = Dense.linear(scope.in("affine"), wDim, in, 1);
        this.gain = 1 / Math.sqrt((double) in * TAPS * TAPS);
        this.convolution = convolution;
    }

    /** A convolution that preserves the size of maps. */
    static ModulatedConvolution plain(ParameterScope scope, int wDim, int in, int out) {
        return new ModulatedConvolution(
                scope,
                wDim,
                in,
                out,
                (input, kernel) ->
                        Conv2d.conv2d(input, kernel, null, ONE, ONE, ONE, 1).singletonOrThrow());
    }

    /** A convolution that doubles height and width. */
    static ModulatedConvolution doubling(ParameterScope scope, int wDim, int in, int out) {
        TransposedConvolution transposed = new TransposedConvolution(scope.manager(), 0, 1);
        BinomialFilter filter = BinomialFilter.interpolating(scope, out);
        return new ModulatedConvolution(
                scope,
                wDim,
                in,
                out,
                (input, kernel) ->
                        filter.blur(transposed.apply(input, kernel.transpose(1, 0, 2, 3)), 1));
    }

    /**
     * Applies the convolution.
     *
     * @param input {@code (N, in, H, W)}
     * @param w styles, {@code (N, wDim)}
     * @param scale factor on the outputs
     * @return {@code (N, out, H, W)}, or twice that height and width
     */
    NDArray forward(NDArray input, NDArray w, double scale) {
        return Scratch.keepOnly(
                input.getManager(),
                () -> {
                    NDArray kernel = weight.getArray();
                    NDArray styles = affine.forward(w);
                    // Without the gain of the equalized learning rate, which is applied at the end.
                    NDArray powers = kernel.square().sum(new int[] {2, 3}).transpose();
                    NDArray factors =
                            Scalars.times(
                                    Scalars.inverseRoot(
                                            Scalars.addTo(
                                                    Scalars.times(
                                                            styles.square().matMul(powers),
                                                            gain * gain),
                                                    EPSILON)),
                                    gain * scale);
                    NDArray maps = convolution.apply(input.mul(perMap(styles)), kernel);
                    return maps.mul(perMap(factors));
                });
    }

    private static NDArray perMap(NDArray factors) {
        return factors.reshape(factors.getShape().get(0), factors.getShape().get(1), 1, 1);
    }
}
