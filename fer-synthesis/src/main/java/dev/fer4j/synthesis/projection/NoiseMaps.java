package dev.fer4j.synthesis.projection;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.pooling.Pool;
import com.google.common.collect.Lists;
import dev.fer4j.core.Seed;
import dev.fer4j.synthesis.internal.CyclicShift;
import dev.fer4j.synthesis.internal.OwnedArrays;
import dev.fer4j.synthesis.internal.Scalars;
import dev.fer4j.synthesis.network.GeneratorNoise;
import dev.fer4j.synthesis.network.StyleGan2Config;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Noise maps of images that are optimized together with styles, and the regularization that keeps
 * them from carrying the image (Karras et al. 2020a, appendix D): the correlation of neighbouring
 * values is penalized at every scale down to 8 × 8, and each map is kept at mean 0 and variance 1.
 */
final class NoiseMaps {

    private static final int SMALLEST = 8;
    private static final Shape TWO = new Shape(2, 2);
    private static final int[] PIXELS = {2, 3};

    private final List<Stack> stacks = new ArrayList<>();
    private final List<CyclicShift> shifts;

    /** The maps of one size, {@code (N, layers, side, side)}. */
    private record Stack(int side, List<String> layers, Parameter maps) {}

    /**
     * Draws the maps.
     *
     * @param manager owns them
     * @param seeds one for each image
     */
    NoiseMaps(NDManager manager, StyleGan2Config config, List<Seed> seeds) {
        for (int side : config.sides()) {
            String block = "b" + side;
            List<String> layers =
                    side == config.sides().get(0)
                            ? List.of(block + ".conv1")
                            : List.of(block + ".conv0", block + ".conv1");
            stacks.add(new Stack(side, layers, drawn(manager, seeds, layers, side)));
        }
        this.shifts = List.of(new CyclicShift(manager, 2), new CyclicShift(manager, 3));
    }

    private static Parameter drawn(
            NDManager manager, List<Seed> seeds, List<String> layers, int side) {
        Shape shape = new Shape(seeds.size(), layers.size(), side, side);
        FloatBuffer values = FloatBuffer.allocate(Math.toIntExact(shape.size()));
        for (Seed seed : seeds) {
            for (String layer : layers) {
                RandomGenerator random = seed.derive(layer).generator();
                for (int i = 0; i < side * side; i++) {
                    values.put((float) random.nextGaussian());
                }
            }
        }
        Parameter parameter =
                Parameter.builder()
                        .setName("b" + side)
                        .setType(Parameter.Type.WEIGHT)
                        .optRequiresGrad(true)
                        .build();
        NDArray array = OwnedArrays.of(manager, values.flip(), shape, DataType.FLOAT32);
        parameter.setArray(array);
        array.setRequiresGradient(true);
        return parameter;
    }

    /** The maps of each size by path, {@code (N, layers, side, side)}, for the optimizer. */
    Map<String, Parameter> parameters() {
        Map<String, Parameter> named = new LinkedHashMap<>();
        stacks.forEach(stack -> named.put("noise." + stack.maps().getName(), stack.maps()));
        return named;
    }

    GeneratorNoise noise() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (Stack stack : stacks) {
            NDList layers = stack.maps().getArray().split(stack.layers().size(), 1);
            for (int i = 0; i < layers.size(); i++) {
                arrays.put(stack.layers().get(i), layers.get(i));
            }
        }
        return new GeneratorNoise.Maps(arrays);
    }

    /**
     * The sum of squared correlations between neighbours over maps and scales.
     *
     * @return {@code (N)}
     */
    NDArray correlations() {
        List<NDArray> terms = new ArrayList<>();
        NDList larger = new NDList();
        for (Stack stack : Lists.reverse(stacks)) {
            if (stack.side() >= SMALLEST) {
                larger.add(stack.maps().getArray());
                NDArray maps = larger.size() == 1 ? larger.get(0) : NDArrays.concat(larger, 1);
                for (CyclicShift shift : shifts) {
                    terms.add(
                            Scalars.mean(maps.mul(shift.apply(maps)), PIXELS)
                                    .square()
                                    .sum(new int[] {1}));
                }
                larger = new NDList(halved(maps));
            }
        }
        return terms.stream().reduce(NDArray::add).orElseThrow();
    }

    /** Half the sum of four values of variance 1, which has variance 1 again. */
    private static NDArray halved(NDArray maps) {
        return Scalars.times(Pool.avgPool2d(maps, TWO, TWO, new Shape(0, 0), false, false), 2);
    }

    /** Normalizes each map to mean 0 and variance 1. Gradients must be off. */
    void normalize() {
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            for (Stack stack : stacks) {
                NDArray maps = stack.maps().getArray();
                maps.subi(means(maps));
                maps.divi(means(maps.square()).sqrt());
            }
        }
    }

    private static NDArray means(NDArray maps) {
        NDArray sums = maps.sum(PIXELS, true);
        return sums.divi(
                Scalars.of(sums, (double) maps.getShape().get(2) * maps.getShape().get(3)));
    }
}
