package dev.fer4j.train.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.internal.FlatParameters;
import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Parameters of one stage with the same settings, and their concatenated moments. */
final class Moments {

    private static final String MEAN = "adam.mean/";
    private static final String VARIANCE = "adam.variance/";
    private static final String GRADIENT = "gradient/";

    private final String stage;
    private final FlatParameters parameters;
    private final boolean decays;
    private final NDArray mean;
    private final NDArray variance;
    private final boolean inPlace;
    private long steps;

    /**
     * Creates zero moments.
     *
     * @param inPlace whether to update the arrays' memory directly where possible
     */
    Moments(
            NDManager manager,
            String stage,
            FlatParameters parameters,
            boolean decays,
            boolean inPlace) {
        this.stage = stage;
        this.parameters = parameters;
        this.decays = decays;
        this.mean = manager.zeros(new Shape(parameters.size()));
        this.variance = manager.zeros(new Shape(parameters.size()));
        this.inPlace = inPlace && parameters.areInPlace();
    }

    String stage() {
        return stage;
    }

    long steps() {
        return steps;
    }

    /** Whether weight decay applies. */
    boolean decays() {
        return decays;
    }

    /** Whether the stage is not frozen. */
    boolean isActive() {
        return parameters.parameters().values().iterator().next().requiresGradient();
    }

    /** Whether updates are made in the arrays' memory, by {@link #update}. */
    boolean isInPlace() {
        return inPlace;
    }

    /** Counts an update. */
    void countStep() {
        steps++;
    }

    /**
     * Makes one update in memory; the result is non-finite if any moment or weight is. Gradients
     * are zero afterwards, except some of those that caused a non-finite value.
     */
    float update(FusedUpdate update) {
        FloatBuffer means = FlatParameters.inPlace(mean);
        FloatBuffer variances = FlatParameters.inPlace(variance);
        float check = 0;
        int start = 0;
        for (Parameter parameter : parameters.parameters().values()) {
            FloatBuffer values = FlatParameters.inPlace(parameter.getArray());
            try (NDArray gradient = parameter.getArray().getGradient()) {
                FloatBuffer gradients = FlatParameters.inPlace(gradient);
                check += update.apply(values, gradients, means, variances, start);
            }
            start += values.remaining();
        }
        return check;
    }

    /** The values of each parameter. */
    List<NDArray> values() {
        return parameters.parameters().values().stream().map(Parameter::getArray).toList();
    }

    /** The gradients of each parameter; to be closed. */
    List<NDArray> gradients() {
        return values().stream().map(NDArray::getGradient).toList();
    }

    /** The first moments, flat. */
    NDArray mean() {
        return mean;
    }

    /** The second moments, flat. */
    NDArray variance() {
        return variance;
    }

    void zeroGradients() {
        parameters.zeroGradients();
    }

    double squaredGradientNorm() {
        return parameters.gradients().square().sum().getFloat();
    }

    Optional<String> lastNotFinite(NonFinite.Quantity quantity) {
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            return switch (quantity) {
                case GRADIENT -> parameters.lastNotFinite(NDArray::getGradient);
                case WEIGHT -> parameters.lastNotFinite(value -> value);
                case SECOND_MOMENT -> parameters.lastNotFinite(variance);
            };
        }
    }

    List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        tensors.addAll(parameters.tensors(MEAN, mean));
        tensors.addAll(parameters.tensors(VARIANCE, variance));
        return tensors;
    }

    List<Tensor> gradients(NDManager manager) {
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            NDArray copy = parameters.gradients();
            NDScope.unregister(copy);
            copy.attach(manager);
            return parameters.tensors(GRADIENT, copy);
        }
    }

    void restore(long updates, Function<String, ByteBuffer> bytes) {
        steps = updates;
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            NDIndex all = new NDIndex("...");
            mean.set(all, parameters.read(mean.getManager(), MEAN, bytes));
            variance.set(all, parameters.read(mean.getManager(), VARIANCE, bytes));
        }
    }

    /**
     * The engine cannot set gradients directly, but the gradient of Σ p·g with respect to p is g.
     */
    void restoreGradients(Function<String, ByteBuffer> bytes) {
        try (NDScope scratch = new NDScope()) {
            scratch.suppressNotUsedWarning();
            NDArray flat = parameters.read(mean.getManager(), GRADIENT, bytes);
            parameters.zeroGradients();
            try (GradientCollector gradients = PyTorch.engine().newGradientCollector()) {
                long start = 0;
                for (Map.Entry<String, Parameter> entry : parameters.parameters().entrySet()) {
                    NDArray value = entry.getValue().getArray();
                    NDArray part = flat.get(new NDIndex().addSliceDim(start, start + value.size()));
                    gradients.backward(value.mul(part.reshape(value.getShape())).sum());
                    start += value.size();
                }
            }
        }
    }
}
