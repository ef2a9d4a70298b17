package dev.fer4j.synthesis.projection;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.core.Seed;
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
 * Noise maps that are optimized together with styles, and the regularization that keeps them from
 * carrying the image (Karras et al. 2020a, appendix D): the correlation of neighbouring values is
 * penalized at every scale down to 8 × 8, and each map is kept at mean 0 and variance 1.
 */
final class NoiseMaps {

    private static final int SMALLEST = 8;

    private final Map<String, Parameter> maps = new LinkedHashMap<>();

    NoiseMaps(NDManager manager, StyleGan2Config config, Seed seed) {
        for (int side : config.sides()) {
            if (side > config.sides().get(0)) {
                add(manager, "b" + side + ".conv0", side, seed);
            }
            add(manager, "b" + side + ".conv1", side, seed);
        }
    }

    private void add(NDManager manager, String layer, int side, Seed seed) {
        RandomGenerator random = seed.derive(layer).generator();
        FloatBuffer values = FloatBuffer.allocate(side * side);
        while (values.hasRemaining()) {
            values.put((float) random.nextGaussian());
        }
        Parameter parameter =
                Parameter.builder()
                        .setName(layer)
                        .setType(Parameter.Type.WEIGHT)
                        .optRequiresGrad(true)
                        .build();
        NDArray array =
                OwnedArrays.of(
                        manager, values.flip(), new Shape(1, 1, side, side), DataType.FLOAT32);
        parameter.setArray(array);
        array.setRequiresGradient(true);
        maps.put(layer, parameter);
    }

    /** The maps by path, for the optimizer. */
    Map<String, Parameter> parameters() {
        Map<String, Parameter> named = new LinkedHashMap<>();
        maps.forEach((layer, parameter) -> named.put("noise." + layer, parameter));
        return named;
    }

    GeneratorNoise noise() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        maps.forEach((layer, parameter) -> arrays.put(layer, parameter.getArray()));
        return new GeneratorNoise.Maps(arrays);
    }

    /** The sum of squared correlations between neighbours over maps and scales, as a scalar. */
    NDArray correlations() {
        List<NDArray> terms = new ArrayList<>();
        for (Parameter parameter : maps.values()) {
            NDArray map = parameter.getArray();
            long side = map.getShape().get(2);
            while (side >= SMALLEST) {
                terms.add(map.mul(shifted(map, 2, side)).mean().square());
                terms.add(map.mul(shifted(map, 3, side)).mean().square());
                if (side > SMALLEST) {
                    // Half the sum of four values of variance 1 has variance 1 again.
                    map =
                            Scalars.times(
                                    map.reshape(1, 1, side / 2, 2, side / 2, 2)
                                            .sum(new int[] {3, 5}),
                                    0.5);
                }
                side /= 2;
            }
        }
        return terms.stream().reduce(NDArray::add).orElseThrow();
    }

    /** Shifts a map cyclically by one along an axis. */
    private static NDArray shifted(NDArray map, int axis, long side) {
        NDIndex last = new NDIndex();
        NDIndex others = new NDIndex();
        for (int i = 0; i < axis; i++) {
            last.addAllDim();
            others.addAllDim();
        }
        last.addSliceDim(side - 1, side);
        others.addSliceDim(0, side - 1);
        return NDArrays.concat(new NDList(map.get(last), map.get(others)), axis);
    }

    /** Normalizes each map to mean 0 and variance 1. Gradients must be off. */
    void normalize() {
        for (Parameter parameter : maps.values()) {
            NDArray map = parameter.getArray();
            try (NDArray mean = map.mean();
                    NDArray centred = map.sub(mean);
                    NDArray square = centred.square();
                    NDArray variance = square.mean();
                    NDArray deviation = variance.sqrt();
                    NDArray normal = centred.div(deviation)) {
                map.set(new NDIndex("..."), normal);
            }
        }
    }
}
