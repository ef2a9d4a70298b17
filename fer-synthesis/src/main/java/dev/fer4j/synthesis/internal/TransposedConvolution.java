package dev.fer4j.synthesis.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Locale;

/**
 * The transposed convolution with stride 2: zeros between the elements of the input, then a
 * convolution that keeps whatever it overlaps, less a margin.
 */
public final class TransposedConvolution {

    private final ScriptedOperation operation;

    /**
     * Loads the operation for a manager, which owns it.
     *
     * @param margin rows and columns that are left away at each side
     * @param groups of channels
     */
    public TransposedConvolution(NDManager manager, int margin, int groups) {
        this.operation =
                ScriptedOperation.of(
                        manager,
                        String.format(
                                Locale.ROOT,
                                "torch.conv_transpose2d(a, b, None, [2, 2], [%1$d, %1$d], [0, 0],"
                                        + " %2$d)",
                                margin,
                                groups));
    }

    /**
     * Applies it.
     *
     * @param input {@code (N, in, H, W)}
     * @param kernel {@code (in, out / groups, K, K)}
     * @return {@code (N, out, 2·H + K − 2 − 2·margin, …)}; belongs to the input's manager
     */
    public NDArray apply(NDArray input, NDArray kernel) {
        return operation.apply(input, kernel);
    }
}
