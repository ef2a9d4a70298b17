package dev.fer4j.train.optim;

import static com.google.common.base.Preconditions.checkArgument;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.fer4j.train.internal.FlatParameters;
import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Exponential moving average of all parameters, including running statistics: {@code a ← d·a + (1 −
 * d)·θ} after each update. In update t, from 1, d is at most {@code (1 + t) / (10 + t)}, as in
 * TensorFlow's {@code ExponentialMovingAverage}, so that random initial values are forgotten
 * quickly.
 *
 * <p>To be used with gradients off, by one thread.
 */
public final class WeightAverage {

    private static final String PREFIX = "average/";

    private final List<FlatParameters> groups;
    private final List<NDArray> averages = new ArrayList<>();
    private final double decay;

    /**
     * Starts from the current values.
     *
     * @param manager the owner of the averages
     * @param parameters parameters by path, initialized
     * @param decay weight of the old average, in (0, 1)
     */
    public WeightAverage(NDManager manager, Map<String, Parameter> parameters, double decay) {
        checkArgument(decay > 0 && decay < 1, "decay %s is not in (0, 1)", decay);
        this.decay = decay;
        this.groups = FlatParameters.groups(parameters);
        groups.forEach(
                group -> {
                    try (NDScope scratch = new NDScope()) {
                        scratch.suppressNotUsedWarning();
                        NDArray average = group.values();
                        NDScope.unregister(average);
                        average.attach(manager);
                        averages.add(average);
                    }
                });
    }

    /**
     * Updates the averages with the current values.
     *
     * @param update number of the update, from 1
     */
    public void update(long update) {
        double old = Math.min(decay, (1.0 + update) / (10.0 + update));
        for (int i = 0; i < averages.size(); i++) {
            try (NDScope scratch = new NDScope()) {
                scratch.suppressNotUsedWarning();
                NDArray average = averages.get(i);
                NDManager manager = average.getManager();
                // Filled where they are needed: a number of Java's would be copied there.
                NDArray kept = manager.full(new Shape(), (float) old);
                NDArray rest = manager.full(new Shape(), (float) (1 - old));
                average.muli(kept).addi(groups.get(i).values().muli(rest));
            }
        }
    }

    /** Sets the parameters to their averages. */
    public void apply() {
        apply(groups);
    }

    /** Sets the parameters of another network of the same configuration to the averages. */
    public void applyTo(Map<String, Parameter> others) {
        apply(FlatParameters.groups(others));
    }

    private void apply(List<FlatParameters> parameters) {
        for (int i = 0; i < averages.size(); i++) {
            try (NDScope scratch = new NDScope()) {
                scratch.suppressNotUsedWarning();
                parameters.get(i).set(averages.get(i));
            }
        }
    }

    /**
     * The averages, {@code average/<path>}. Their bytes reflect the values at the time they are
     * requested.
     */
    public List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < averages.size(); i++) {
            tensors.addAll(groups.get(i).tensors(PREFIX, averages.get(i)));
        }
        return tensors;
    }

    /** Restores the averages from {@link #tensors}. */
    public void restore(Function<String, ByteBuffer> bytes) {
        for (int i = 0; i < averages.size(); i++) {
            try (NDScope scratch = new NDScope()) {
                scratch.suppressNotUsedWarning();
                NDArray average = averages.get(i);
                average.set(
                        new NDIndex("..."),
                        groups.get(i).read(average.getManager(), PREFIX, bytes));
            }
        }
    }
}
