package dev.fer4j.train.loss;

import ai.djl.ndarray.NDArray;

/**
 * Binary cross-entropy (paper, eq. 5) computed from logits, where it neither overflows nor loses
 * digits: {@code max(z, 0) − z·y + log(1 + exp(−|z|))}. That of a single sample, without a graph,
 * is {@link dev.fer4j.eval.calibration.LogLoss#ofLogit}.
 */
public final class BinaryCrossEntropy {

    private BinaryCrossEntropy() {}

    /**
     * The loss of each sample.
     *
     * @param logits {@code (N)} or {@code (N, 1)}, float32
     * @param targets same shape, 1 for the positive class, 0 for the other, shares where both are
     *     mixed
     * @return same shape; 0 or more
     */
    public static NDArray ofLogits(NDArray logits, NDArray targets) {
        NDArray softplus = logits.abs().neg().exp().add(1).log();
        // Not maximum(0f): DJL puts a number into Java memory, to which the graph keeps a tensor,
        // and which may have been reused by the time of the backward pass.
        return logits.maximum(logits.zerosLike()).sub(logits.mul(targets)).add(softplus);
    }

    /**
     * The sum of the weighted losses, {@code Σ wᵢ lᵢ}. Divided by {@code Σ wᵢ} it is the weighted
     * mean; who adds the gradients of several batches divides them by the weights of all, and so
     * has the gradient of the mean over one large batch, however short the last part of it is.
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
