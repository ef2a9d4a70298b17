package dev.fer4j.train.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.fer4j.train.device.ScriptedOperation;
import java.util.List;

/**
 * Adam's update by operations on lists of arrays, for memory that is not accessible from Java. A
 * GPU processes each list in a few launches, however many arrays there are, and waits for the
 * processor only where a number is read.
 *
 * <p>Values and gradients are of any shape, moments flat. A list holds arrays as they are: values
 * whose elements lie in another than row-major order are updated in a copy, and set from it.
 */
final class ScriptedAdam {

    private static final String METHODS =
            """
            def flat(self: __torch__.Operation,
              arrays: List[Tensor]) -> List[Tensor]:
              flat = annotate(List[Tensor], [])
              for i in range(torch.len(arrays)):
                _0 = torch.append(flat, torch.reshape(arrays[i], [-1]))
              return flat
            def parts(self: __torch__.Operation,
              joined: List[Tensor],
              arrays: List[Tensor]) -> List[Tensor]:
              parts = annotate(List[Tensor], [])
              group = 0
              at = 0
              for i in range(torch.len(arrays)):
                size = torch.numel(arrays[i])
                if torch.eq(at, torch.numel(joined[group])):
                  group = torch.add(group, 1)
                  at = 0
                _0 = torch.append(parts, torch.narrow(joined[group], 0, at, size))
                at = torch.add(at, size)
              return parts
            def update(self: __torch__.Operation,
              arrays: List[Tensor],
              gradients: List[Tensor],
              firsts: List[Tensor],
              seconds: List[Tensor],
              beta1: float,
              rest1: float,
              beta2: float,
              rest2: float,
              scale: float,
              l2: float,
              keep: float,
              rate: float,
              epsilon: float) -> float:
              values = self.flat(arrays)
              means = self.parts(firsts, arrays)
              variances = self.parts(seconds, arrays)
              scaled = torch._foreach_mul(self.flat(gradients), scale)
              if torch.ne(l2, 0.):
                torch._foreach_add_(scaled, values, alpha=l2)
              torch._foreach_mul_(means, beta1)
              torch._foreach_add_(means, scaled, alpha=rest1)
              torch._foreach_mul_(variances, beta2)
              torch._foreach_addcmul_(variances, scaled, scaled, rest2)
              roots = torch._foreach_sqrt(variances)
              torch._foreach_add_(roots, epsilon)
              if torch.ne(keep, 1.):
                torch._foreach_mul_(values, keep)
              torch._foreach_addcdiv_(values, means, roots, torch.neg(rate))
              for i in range(torch.len(arrays)):
                if torch.__not__(torch.is_contiguous(arrays[i])):
                  _1 = torch.copy_(arrays[i], torch.reshape(values[i], torch.size(arrays[i])))
              return 0.
            def norm(self: __torch__.Operation,
              arrays: List[Tensor]) -> float:
              norms = torch.stack(torch._foreach_norm(self.flat(arrays), 2))
              return float(torch.linalg_vector_norm(norms))
            def zero(self: __torch__.Operation,
              arrays: List[Tensor]) -> float:
              torch._foreach_zero_(arrays)
              return 0.
            """;

    private final ScriptedOperation operations;

    /**
     * Loads the operations.
     *
     * @param manager owns them
     */
    ScriptedAdam(NDManager manager) {
        this.operations = ScriptedOperation.ofMethods(manager, METHODS);
    }

    /**
     * Makes one update. Gradients are left as they are.
     *
     * @param values of any shapes
     * @param gradients of the same shapes
     * @param means flat arrays, each of some consecutive values' moments
     * @param variances likewise
     */
    void update(
            FusedUpdate update,
            List<NDArray> values,
            List<NDArray> gradients,
            List<NDArray> means,
            List<NDArray> variances) {
        operations.run(
                "update",
                List.of(values, gradients, means, variances),
                update.beta1(),
                1 - update.beta1(),
                update.beta2(),
                1 - update.beta2(),
                update.scale(),
                update.l2(),
                update.keep(),
                update.rate(),
                update.epsilon());
    }

    /**
     * The Euclidean norm of all elements: the only number that is read from the device. Not finite
     * if an element is not.
     */
    double norm(List<NDArray> arrays) {
        return operations.run("norm", List.of(arrays));
    }

    /** Sets all elements to zero. */
    void zero(List<NDArray> arrays) {
        operations.run("zero", List.of(arrays));
    }
}
