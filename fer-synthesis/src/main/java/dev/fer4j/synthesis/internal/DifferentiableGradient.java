package dev.fer4j.synthesis.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fer4j.train.device.ScriptedOperation;

/**
 * The gradient of a scalar with respect to an array, as an array that can itself be differentiated:
 * PyTorch's {@code autograd.grad} with {@code create_graph}.
 *
 * <p>Unlike a backward pass, it neither computes the gradients of weights nor adds to them. So
 * nothing needs to be undone, and no weight holds a graph that holds the weight.
 */
public final class DifferentiableGradient {

    private final ScriptedOperation operation;

    /** Loads the operation for a manager, which owns it. */
    public DifferentiableGradient(NDManager manager) {
        this.operation =
                ScriptedOperation.ofTwo(
                        manager,
                        "unchecked_cast(Tensor,"
                                + " torch.autograd.grad([a], [b], None, True, True)[0])");
    }

    /**
     * Computes ∂target/∂of.
     *
     * @param target a scalar, computed from {@code of} with gradients on
     * @param of any array with a gradient, not only a leaf
     * @return of the shape of {@code of}; belongs to the target's manager
     */
    public NDArray of(NDArray target, NDArray of) {
        return operation.apply(target, of);
    }
}
