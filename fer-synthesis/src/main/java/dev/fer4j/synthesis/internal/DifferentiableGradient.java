package dev.fer4j.synthesis.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The gradient of a number by an array, as an array that can be differentiated itself: PyTorch's
 * {@code autograd.grad} with a graph.
 *
 * <p>Unlike a backward pass, it adds nothing to the gradients of weights, and computes none of
 * them. So there is nothing to be taken back, and no weight holds a graph that holds the weight.
 */
public final class DifferentiableGradient {

    private final ScriptedOperation operation;

    /** Loads the operation for a manager, which owns it. */
    public DifferentiableGradient(NDManager manager) {
        this.operation =
                ScriptedOperation.of(
                        manager,
                        "unchecked_cast(Tensor,"
                                + " torch.autograd.grad([a], [b], None, True, True)[0])");
    }

    /**
     * ∂target/∂of.
     *
     * @param target a number, computed from {@code of} with gradients on
     * @param of any array with a gradient, not only a leaf
     * @return of the shape of {@code of}; belongs to the target's manager
     */
    public NDArray of(NDArray target, NDArray of) {
        return operation.apply(target, of);
    }
}
