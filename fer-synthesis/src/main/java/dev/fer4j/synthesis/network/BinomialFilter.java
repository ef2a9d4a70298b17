package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import dev.fer4j.synthesis.internal.TransposedConvolution;

/**
 * The binomial filter [1, 3, 3, 1] in both directions, which blurs feature maps before downsampling
 * and after upsampling (Karras et al. 2019, section 2.1, after Zhang 2019).
 */
final class BinomialFilter {

    private static final int TAPS = 4;
    private static final float[] BINOMIAL = {1, 3, 3, 1};

    private static final Shape ONE = new Shape(1, 1);
    private static final Shape TWO = new Shape(2, 2);

    private final NDArray taps;
    private final int channels;

    private BinomialFilter(NDArray taps, int channels) {
        this.taps = taps;
        this.channels = channels;
    }

    /**
     * A filter for the given number of channels that preserves the mean; the scope's manager owns
     * it.
     */
    static BinomialFilter smoothing(ParameterScope scope, int channels) {
        return new BinomialFilter(taps(scope, channels, 1), channels);
    }

    /** The same filter times four, for maps with three zeros between values. */
    static BinomialFilter interpolating(ParameterScope scope, int channels) {
        return new BinomialFilter(taps(scope, channels, 4), channels);
    }

    /**
     * Blurs maps.
     *
     * @param input {@code (N, C, H, W)}
     * @param margin rows and columns of zeros added at each side
     * @return {@code (N, C, H + 2·margin − 3, …)}
     */
    NDArray blur(NDArray input, int margin) {
        return convolve(input, ONE, margin);
    }

    /**
     * Blurs maps and keeps every other pixel.
     *
     * @param input {@code (N, C, H, W)}, H and W even
     * @return {@code (N, C, H / 2, W / 2)}
     */
    NDArray halve(NDArray input) {
        return convolve(input, TWO, 1);
    }

    private NDArray convolve(NDArray input, Shape stride, int margin) {
        Shape padding = new Shape(margin, margin);
        return Conv2d.conv2d(input, taps, null, stride, padding, ONE, channels).singletonOrThrow();
    }

    /** Doubles height and width: each value is padded with three zeros, and the result blurred. */
    static final class Doubling {

        private final NDArray taps;
        private final TransposedConvolution operation;

        Doubling(ParameterScope scope, int channels) {
            this.taps = BinomialFilter.taps(scope, channels, 4);
            this.operation = new TransposedConvolution(scope.manager(), 1, channels);
        }

        /**
         * Doubles maps.
         *
         * @param input {@code (N, C, H, W)}
         * @return {@code (N, C, 2·H, 2·W)}
         */
        NDArray apply(NDArray input) {
            return operation.apply(input, taps);
        }
    }

    /** Filter taps {@code (channels, 1, 4, 4)} with the given sum for each channel. */
    private static NDArray taps(ParameterScope scope, int channels, float sum) {
        float[] values = new float[channels * TAPS * TAPS];
        for (int i = 0; i < values.length; i++) {
            values[i] = sum / 64 * BINOMIAL[i / TAPS % TAPS] * BINOMIAL[i % TAPS];
        }
        NDManager manager = scope.manager();
        DataType type = scope.type();
        return manager.create(values, new Shape(channels, 1, TAPS, TAPS)).toType(type, false);
    }
}
