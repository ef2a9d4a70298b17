package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.function.Supplier;

/** Computations that leave nothing behind but their result. */
final class Scratch {

    private Scratch() {}

    /**
     * Computes an array and closes all intermediate ones. Whatever gradients need of them stays
     * with the graph.
     *
     * @param owner the manager that owns the result
     */
    static NDArray keepOnly(NDManager owner, Supplier<NDArray> work) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray result = work.get();
            NDScope.unregister(result);
            result.attach(owner);
            return result;
        }
    }
}
