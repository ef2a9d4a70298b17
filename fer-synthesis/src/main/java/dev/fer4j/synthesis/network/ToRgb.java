package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.synthesis.internal.Scalars;

/**
 * Maps feature maps to colours: a convolution of one tap, modulated but not demodulated, and a bias
 * (Karras et al. 2020a, section 4.1).
 *
 * <p>Parameters: {@code weight} (3, in, 1, 1), {@code bias} (3), {@code affine.weight} (in, wDim),
 * {@code affine.bias} (in).
 */
final class ToRgb {

    static final int COLOURS = 3;

    private final Parameter weight;
    private final Parameter bias;
    private final Dense affine;
    private final int in;

    ToRgb(ParameterScope scope, int wDim, int in) {
        this.weight = scope.normal("weight", 1, COLOURS, in, 1, 1);
        this.bias = scope.filled("bias", 0, COLOURS);
        this.affine = Dense.linear(scope.in("affine"), wDim, in, 1);
        this.in = in;
    }

    /**
     * Applies the layer.
     *
     * @param input {@code (N, in, H, W)}
     * @param w styles, {@code (N, wDim)}
     * @return {@code (N, 3, H, W)}
     */
    NDArray forward(NDArray input, NDArray w) {
        return Scratch.keepOnly(
                input.getManager(),
                () -> {
                    Shape shape = input.getShape();
                    long count = shape.get(0);
                    NDArray styles = Scalars.times(affine.forward(w), 1 / Math.sqrt(in));
                    NDArray kernels =
                            styles.reshape(count, in, 1)
                                    .mul(weight.getArray().reshape(COLOURS, in).transpose());
                    // For such small kernels, a matrix product avoids scaling the maps.
                    NDArray pixels = input.transpose(0, 2, 3, 1).reshape(count, -1, in);
                    return pixels.matMul(kernels)
                            .addi(bias.getArray())
                            .reshape(count, shape.get(2), shape.get(3), COLOURS)
                            .transpose(0, 3, 1, 2);
                });
    }
}
