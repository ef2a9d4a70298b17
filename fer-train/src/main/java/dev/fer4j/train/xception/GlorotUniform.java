package dev.fer4j.train.xception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.Pair;
import dev.fer4j.core.Seed;
import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/**
 * Keras's default for kernels: uniform in ±√(6 / (fan in + fan out)) (Glorot and Bengio 2010).
 *
 * <p>Fans are counted as Keras counts them in its own layout: a kernel's taps times the sizes of
 * its last two axes, which for a depthwise kernel {@code (3, 3, in, 1)} are {@code 9·in} and 9.
 * Drawn in Java from a seed for each parameter, so that it depends neither on the engine nor on the
 * order of initialization.
 *
 * @param seed the parameter's own seed
 */
record GlorotUniform(Seed seed) implements Initializer {

    /** Gives every weight of a block its initializer. */
    static void initialize(Block block, Seed seed) {
        for (Pair<String, Parameter> parameter : block.getParameters()) {
            if (parameter.getValue().getType() == Parameter.Type.WEIGHT) {
                parameter
                        .getValue()
                        .setInitializer(new GlorotUniform(seed.derive(parameter.getKey())));
            }
        }
    }

    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType type) {
        float limit = (float) Math.sqrt(6 / fans(shape));
        RandomGenerator random = seed.generator();
        FloatBuffer values = FloatBuffer.allocate((int) shape.size());
        while (values.hasRemaining()) {
            values.put(limit * (2 * random.nextFloat() - 1));
        }
        values.flip();
        return manager.create(values, shape).toType(type, false);
    }

    private static double fans(Shape shape) {
        if (shape.dimension() == 2) {
            return shape.get(0) + shape.get(1);
        }
        long taps = shape.get(2) * shape.get(3);
        boolean depthwise = shape.get(1) == 1 && taps > 1;
        return depthwise
                ? taps * (shape.get(0) + 1.0)
                : taps * ((double) shape.get(0) + shape.get(1));
    }
}
