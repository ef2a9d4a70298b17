package dev.fer4j.synthesis.network;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import dev.fer4j.synthesis.internal.Scalars;

/**
 * The truncation trick (Karras et al. 2019, appendix B): {@code w′ = w̄ + ψ·(w − w̄)}, which trades
 * diversity for quality.
 *
 * @param psi ψ: 1 changes nothing, 0 gives the average image; in [−2, 2]
 * @param cutoff number of styles that are truncated, from the coarsest; non-negative
 */
public record Truncation(double psi, int cutoff) {

    /** No truncation. */
    public static final Truncation NONE = new Truncation(1, 0);

    public Truncation {
        checkArgument(psi >= -2 && psi <= 2, "psi %s is not in [-2, 2]", psi);
        checkArgument(cutoff >= 0, "cutoff %s is negative", cutoff);
    }

    /** Truncates all styles. */
    public static Truncation of(double psi) {
        return new Truncation(psi, Integer.MAX_VALUE);
    }

    /**
     * Truncates styles.
     *
     * @param styles {@code (N, styles, wDim)}
     * @param average w̄, {@code (wDim)}
     * @return a new array of that shape; belongs to the styles' manager
     */
    public NDArray apply(NDArray styles, NDArray average) {
        return Scratch.keepOnly(
                styles.getManager(),
                () -> {
                    long all = styles.getShape().get(1);
                    long some = Math.min(cutoff, all);
                    if (some == 0 || psi == 1) {
                        // A copy by duplicate() would have no gradient.
                        return styles.reshape(styles.getShape());
                    }
                    NDArray truncated =
                            Scalars.times(
                                            styles.get(
                                                    new NDIndex().addAllDim().addSliceDim(0, some)),
                                            psi)
                                    .add(Scalars.times(average, 1 - psi));
                    return some == all
                            ? truncated
                            : NDArrays.concat(
                                    new NDList(
                                            truncated,
                                            styles.get(
                                                    new NDIndex()
                                                            .addAllDim()
                                                            .addSliceDim(some, all))),
                                    1);
                });
    }
}
