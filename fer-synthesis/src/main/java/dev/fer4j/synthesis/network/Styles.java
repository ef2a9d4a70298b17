package dev.fer4j.synthesis.network;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;

/** Styles of images, one w for each layer that takes a style: {@code (N, styles, wDim)}. */
public final class Styles {

    private Styles() {}

    /**
     * The same w for all layers.
     *
     * @param w {@code (N, wDim)}
     * @param count see {@link StyleGan2Config#styles}
     * @return {@code (N, count, wDim)}; belongs to the manager of w
     */
    public static NDArray everywhere(NDArray w, int count) {
        return Scratch.keepOnly(w.getManager(), () -> w.expandDims(1).repeat(1, count));
    }

    /**
     * Style mixing (Karras et al. 2019, section 3.1): the coarse styles of some images, the fine
     * styles of others.
     *
     * @param coarse {@code (N, styles, wDim)}
     * @param fine of the same shape
     * @param from index of the first style that is taken from {@code fine}, 0..styles
     * @return of the same shape; belongs to the coarse styles' manager
     */
    public static NDArray mix(NDArray coarse, NDArray fine, int from) {
        checkArgument(
                coarse.getShape().equals(fine.getShape()),
                "styles %s and %s do not mix",
                coarse.getShape(),
                fine.getShape());
        long all = coarse.getShape().get(1);
        checkArgument(from >= 0 && from <= all, "style %s is not in 0..%s", from, all);
        return Scratch.keepOnly(
                coarse.getManager(),
                () ->
                        NDArrays.concat(
                                new NDList(
                                        coarse.get(new NDIndex().addAllDim().addSliceDim(0, from)),
                                        fine.get(new NDIndex().addAllDim().addSliceDim(from, all))),
                                1));
    }
}
