package dev.fer4j.synthesis.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.core.Seed;
import dev.fer4j.train.device.ScriptedOperation;
import java.nio.LongBuffer;
import java.util.List;

/**
 * Standard normal numbers that are computed where they are used, so that of a row of them only its
 * seed is copied to a device.
 *
 * <p>The k-th 64 bits of a row are those of SplitMix64 (Steele et al., "Fast splittable
 * pseudorandom number generators", OOPSLA 2014), which follow from the seed and k alone: no
 * generator has a state that threads would share. Their halves become two normal numbers by the
 * Box-Muller transform. The integers are the same on every device, the numbers up to the rounding
 * of logarithm and cosine.
 */
public final class ComputedNormals {

    private static final String METHOD =
            """
            def forward(self: __torch__.Operation, a: Tensor, b: Tensor) -> Tensor:
              c = torch.add(a, torch.mul(b, -7046029254386353131))
              d = torch.bitwise_and(torch.bitwise_right_shift(c, 30), 17179869183)
              e = torch.mul(torch.bitwise_xor(c, d), -4658895280553007687)
              f = torch.bitwise_and(torch.bitwise_right_shift(e, 27), 137438953471)
              g = torch.mul(torch.bitwise_xor(e, f), -7723592293110705685)
              h = torch.bitwise_and(torch.bitwise_right_shift(g, 31), 8589934591)
              i = torch.bitwise_xor(g, h)
              upper = torch.bitwise_and(torch.bitwise_right_shift(i, 32), 4294967295)
              lower = torch.bitwise_and(i, 4294967295)
              uniform = torch.add(torch.mul(upper, 2.3283064365386963e-10), 1.1641532182693481e-10)
              angle = torch.mul(lower, 1.4629180792671596e-09)
              radius = torch.sqrt(torch.mul(torch.log(uniform), -2.))
              pair = [torch.mul(radius, torch.cos(angle)), torch.mul(radius, torch.sin(angle))]
              return torch.cat(pair, 1)
            """;

    private final ScriptedOperation operation;

    /** Loads the operation for a manager, which owns it. */
    public ComputedNormals(NDManager manager) {
        this.operation = ScriptedOperation.ofMethods(manager, METHOD);
    }

    /**
     * Computes a row of numbers for each seed; a row does not depend on the others.
     *
     * @param manager owns the result, and says on which device it is computed
     * @param each length of a row, from 1 to 2²⁵
     * @return {@code (seeds, each)}, float32
     */
    public NDArray of(NDManager manager, List<Seed> seeds, int each) {
        LongBuffer values = LongBuffer.allocate(seeds.size());
        seeds.forEach(seed -> values.put(seed.value()));
        int pairs = (each + 1) / 2;
        try (NDArray starts = OwnedArrays.of(manager, values.flip(), new Shape(seeds.size(), 1));
                NDArray steps = manager.arange(1, pairs + 1, 1, DataType.INT64)) {
            NDArray numbers = operation.apply(starts, steps);
            if (2 * pairs == each) {
                return numbers;
            }
            try (numbers) {
                return numbers.get(new NDIndex().addAllDim().addSliceDim(0, each));
            }
        }
    }
}
