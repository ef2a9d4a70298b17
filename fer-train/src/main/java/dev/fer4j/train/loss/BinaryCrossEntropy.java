package dev.fer4j.train.loss;

import ai.djl.ndarray.NDArray;

/**
 * Binary cross-entropy (paper, eq. 5) computed from logits in the numerically stable form {@code
 * max(z, 0) − z·y + log(1 + exp(−|z|))}. For a single sample, without a graph, see {@link
 * dev.fer4j.eval.calibration.LogLoss#ofLogit}.
 */
public final class BinaryCrossEntropy {

    private BinaryCrossEntropy() {}

    /**
     * Returns the loss of each sample.
     *
     * @param logits {@code (N)} or {@code (N, 1)}, float32
     * @param targets same shape, 1 for the positive class and 0 for the other, or shares if they
     *     are mixed
     * @return same shape; 0 or more
     */
    public static NDArray ofLogits(NDArray logits, NDArray targets) {
        // Not add(1) and maximum(0f): DJL wraps the number in Java memory, which it copies to a
        // GPU,
        // and which the graph refers to while it may be reused.
        NDArray softplus = logits.abs().neg().exp().add(logits.onesLike()).log();
        return logits.maximum(logits.zerosLike()).sub(logits.mul(targets)).add(softplus);
    }

    /**
     * Returns the sum of the weighted losses, {@code Σ wᵢ lᵢ}. Divided by {@code Σ wᵢ} it is the
     * weighted mean. Gradients accumulated over several batches and divided by the sum of all
     * weights are those of the mean over one large batch, whatever the size of its parts.
     *
     * @param logits {@code (N, 1)}, float32
     * @param targets same shape, as in {@link #ofLogits}
     * @param weights same shape, 0 or more
     * @return a scalar
     */
    public static NDArray weightedSum(NDArray logits, NDArray targets, NDArray weights) {
        return ofLogits(logits, targets).mul(weights).sum();
    }
}
