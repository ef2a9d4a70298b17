package dev.fer4j.synthesis.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.core.Seed;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Creates the parameters of a layer. A parameter's path is that of the layer and its own name,
 * joined by dots; values are drawn in Java from a seed for each path, so that they depend neither
 * on the engine nor on the order in which layers are created.
 */
final class ParameterScope {

    private final NDManager manager;
    private final DataType type;
    private final Seed seed;
    private final String prefix;
    private final Map<String, Parameter> all;

    private ParameterScope(
            NDManager manager,
            DataType type,
            Seed seed,
            String prefix,
            Map<String, Parameter> all) {
        this.manager = manager;
        this.type = type;
        this.seed = seed;
        this.prefix = prefix;
        this.all = all;
    }

    /** An empty root scope; the manager owns the parameters. */
    static ParameterScope root(NDManager manager, DataType type, Seed seed) {
        return new ParameterScope(manager, type, seed, "", new LinkedHashMap<>());
    }

    /** The scope of a child layer. */
    ParameterScope in(String name) {
        return new ParameterScope(manager, type, seed, prefix + name + ".", all);
    }

    NDManager manager() {
        return manager;
    }

    DataType type() {
        return type;
    }

    /** All parameters created so far, by path, in order of creation. */
    Map<String, Parameter> parameters() {
        return all;
    }

    /** A weight, normally distributed with mean 0. */
    Parameter normal(String name, double deviation, long... shape) {
        return add(name, Parameter.Type.WEIGHT, true, draws(name, deviation, shape));
    }

    /** A bias, or another parameter with a constant initial value. */
    Parameter filled(String name, double value, long... shape) {
        return add(name, Parameter.Type.BIAS, true, constant(value, shape));
    }

    /** Standard normal values that are not trained. */
    Parameter fixedNormal(String name, long... shape) {
        return add(name, Parameter.Type.OTHER, false, draws(name, 1, shape));
    }

    /** Zeros that are not trained. */
    Parameter fixedZeros(String name, long... shape) {
        return add(name, Parameter.Type.OTHER, false, constant(0, shape));
    }

    private Parameter add(String name, Parameter.Type kind, boolean trained, NDArray values) {
        Parameter parameter =
                Parameter.builder().setName(name).setType(kind).optRequiresGrad(trained).build();
        parameter.setArray(values);
        values.setRequiresGradient(trained);
        all.put(prefix + name, parameter);
        return parameter;
    }

    private NDArray draws(String name, double deviation, long... shape) {
        RandomGenerator random = seed.derive(prefix + name).generator();
        FloatBuffer values = FloatBuffer.allocate(Math.toIntExact(new Shape(shape).size()));
        while (values.hasRemaining()) {
            values.put((float) (deviation * random.nextGaussian()));
        }
        return typed(manager.create(values.flip(), new Shape(shape)));
    }

    private NDArray constant(double value, long... shape) {
        return manager.full(new Shape(shape), (float) value, type);
    }

    private NDArray typed(NDArray array) {
        return array.toType(type, false);
    }
}
