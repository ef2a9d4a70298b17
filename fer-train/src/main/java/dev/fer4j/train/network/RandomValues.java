package dev.fer4j.train.network;

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
 * @param law their distribution
 * @param scale the limit of uniform values, or the standard deviation of normal ones, by the
 *     parameter's shape
 */
public record RandomValues(Seed seed, Law law, ToDoubleFunction<Shape> scale)
        implements Initializer {

    /** Distributions with mean zero. */
    public enum Law {
        UNIFORM,
        NORMAL
    }

    /**
     * √(6 / (fan in + fan out)) (Glorot and Bengio 2010), Keras's default. Fans are computed as in
     * Keras: the size of the kernel times the last two dimensions in Keras's layout, which for a
     * depthwise kernel {@code (3, 3, in, 1)} gives {@code 9·in} and 9.
     *
     * @return uniform values within that limit, for kernels {@code (out, in, h, w)} or {@code (out,
     *     in)}
     */
    public static RandomValues glorot(Seed seed) {
        return new RandomValues(seed, Law.UNIFORM, RandomValues::glorotLimit);
    }

    private static double glorotLimit(Shape shape) {
        if (shape.dimension() == 2) {
            return Math.sqrt(6.0 / (shape.get(0) + shape.get(1)));
        }
        long taps = shape.get(2) * shape.get(3);
        // Our layout is (in, 1, 3, 3), so that the same formula holds for both kinds of kernel.
        return Math.sqrt(6.0 / (taps * (shape.get(0) + shape.get(1))));
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
