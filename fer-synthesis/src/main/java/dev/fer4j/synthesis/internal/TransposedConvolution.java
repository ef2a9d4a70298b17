package dev.fer4j.synthesis.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fer4j.train.device.ScriptedOperation;
import java.util.Locale;

/**
 * The transposed convolution with stride 2: zeros between the elements of the input, then a full
 * convolution, from which a margin is cropped.
 */
public final class TransposedConvolution {

    private final ScriptedOperation operation;

    /**
     * Loads the operation for a manager, which owns it.
     *
     * @param margin number of rows and columns cropped at each side
     * @param groups number of groups of channels
     */
    public TransposedConvolution(NDManager manager, int margin, int groups) {
        this.operation =
                ScriptedOperation.ofTwo(
                        manager,
                        String.format(
                                Locale.ROOT,
                                "torch.conv_transpose2d(a, b, None, [2, 2], [%1$d, %1$d], [0, 0],"
                                        + " %2$d)",
                                margin,
                                groups));
    }

    /**
     * Applies the convolution.
     *
     * @param input {@code (N, in, H, W)}
     * @param kernel {@code (in, out / groups, K, K)}
     * @return {@code (N, out, 2·H + K − 2 − 2·margin, …)}; belongs to the input's manager
     */
    public NDArray apply(NDArray input, NDArray kernel) {
        return operation.apply(input, kernel);
    }
}
