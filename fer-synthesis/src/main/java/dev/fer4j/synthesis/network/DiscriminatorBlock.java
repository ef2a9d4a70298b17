package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;

/**
 * A residual block of the discriminator, which halves height and width (Karras et al. 2020a,
 * section 4.1): two convolutions, the second blurred and with stride 2, in parallel to a blurred
 * and downsampled shortcut; the sum is divided by √2.
 *
 * <p>Parameters: {@code conv0.weight} (in, in, 3, 3), {@code conv0.bias}, {@code conv1.weight}
 * (out, in, 3, 3), {@code conv1.bias}, {@code skip.weight} (out, in, 1, 1).
 */
final class DiscriminatorBlock {

    /** Padding for a blur followed by a convolution of three taps, at each side. */
    private static final int MARGIN = 2;

    private final EqualizedConvolution conv0;
    private final EqualizedConvolution conv1;
    private final EqualizedConvolution skip;
    private final BinomialFilter filter;

    DiscriminatorBlock(ParameterScope scope, int in, int out) {
        this.conv0 = EqualizedConvolution.activated(scope.in("conv0"), in, in, 3);
        this.conv1 = EqualizedConvolution.halving(scope.in("conv1"), in, out, Math.sqrt(0.5));
        this.skip = EqualizedConvolution.linear(scope.in("skip"), in, out, Math.sqrt(0.5));
        this.filter = BinomialFilter.smoothing(scope, in);
    }

    /**
     * Applies the block.
     *
     * @param input {@code (N, in, H, W)}, H and W even
     * @return {@code (N, out, H / 2, W / 2)}
     */
    NDArray forward(NDArray input) {
        return Scratch.keepOnly(
                input.getManager(),
                () -> {
                    try (NDArray inner = conv0.forward(input);
                            NDArray shortcut = skip.forward(filter.halve(input))) {
                        return conv1.forward(filter.blur(inner, MARGIN)).addi(shortcut);
                    }
                });
    }
}
