package dev.fer4j.train.xception;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import dev.fer4j.core.Seed;
import java.nio.FloatBuffer;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Random initial values, drawn in Java, so that they depend neither on the engine nor on the order
 * of initialization.
 *
 * @param seed the seed of the parameter
 * @param scale the limit of uniform values, or the standard deviation of normal ones, by the
 *     parameter's shape
 */
record RandomValues(Seed seed, Law law, ToDoubleFunction<Shape> scale) implements Initializer {

    /** Distributions with mean zero. */
    enum Law {
        UNIFORM,
        NORMAL
    }

    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType type) {
        float factor = (float) scale.applyAsDouble(shape);
        RandomGenerator random = seed.generator();
        FloatBuffer values = FloatBuffer.allocate(Math.toIntExact(shape.size()));
        while (values.hasRemaining()) {
            values.put(
                    factor
                            * (law == Law.UNIFORM
                                    ? 2 * random.nextFloat() - 1
                                    : (float) random.nextGaussian()));
        }
        values.flip();
        return manager.create(values, shape).toType(type, false);
    }
}
