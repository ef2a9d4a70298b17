package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.fer4j.synthesis.internal.Scalars;

/**
 * Appends a map with the standard deviation over a group of images, averaged over maps and pixels
 * (Karras et al. 2018, section 3), from which a discriminator sees whether images vary.
 *
 * <p>A group has four images, or the whole batch if it is smaller; if four does not divide the
 * batch size, the largest smaller divisor. Group k of G consists of the images k, k + G, k + 2·G,
 * …, as in the published networks.
 */
final class MinibatchDeviation {

    private static final int GROUP = 4;
    private static final double EPSILON = 1e-8;

    private MinibatchDeviation() {}

    /**
     * Appends the map.
     *
     * @param input {@code (N, C, H, W)}
     * @return {@code (N, C + 1, H, W)}
     */
    static NDArray append(NDArray input) {
        return Scratch.keepOnly(
                input.getManager(),
                () -> {
                    Shape shape = input.getShape();
                    long count = shape.get(0);
                    long group = group(count);
                    NDArray grouped = input.reshape(group, count / group, -1);
                    NDArray centred = grouped.sub(grouped.mean(new int[] {0}, true));
                    NDArray deviation =
                            Scalars.addTo(centred.square().mean(new int[] {0}), EPSILON)
                                    .sqrt()
                                    .mean(new int[] {1});
                    NDArray map =
                            deviation
                                    .reshape(1, count / group, 1)
                                    .broadcast(
                                            new Shape(
                                                    group,
                                                    count / group,
                                                    shape.get(2) * shape.get(3)))
                                    .reshape(count, 1, shape.get(2), shape.get(3));
                    return NDArrays.concat(new NDList(input, map), 1);
                });
    }

    private static long group(long count) {
        long group = Math.min(GROUP, count);
        while (count % group != 0) {
            group--;
        }
        return group;
    }
}
