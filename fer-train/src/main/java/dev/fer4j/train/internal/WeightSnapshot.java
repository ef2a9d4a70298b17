package dev.fer4j.train.internal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import dev.fer4j.train.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A copy of all parameters, including running statistics. To be used with gradients off.
 *
 * <p>Copies are made by arithmetic, since {@code NDArray.copyTo} and {@code duplicate} go through
 * Java memory and leave the tensor there.
 */
public final class WeightSnapshot implements AutoCloseable {

    private static final NDIndex ALL = new NDIndex("...");

    private final List<FlatParameters> groups;
    private final List<NDArray> kept = new ArrayList<>();
    private final NDManager manager;

    /**
     * Allocates a copy and takes the current values.
     *
     * @param parameters the parameters by path
     */
    public WeightSnapshot(NDManager parent, Map<String, Parameter> parameters) {
        manager = parent.newSubManager();
        groups = FlatParameters.groups(parameters);
        for (FlatParameters group : groups) {
            try (NDScope scratch = new NDScope()) {
                scratch.suppressNotUsedWarning();
                NDArray copy = group.values();
                NDScope.unregister(copy);
                copy.attach(manager);
                kept.add(copy);
            }
        }
    }

    /** Takes the current values. */
    public void take() {
        forEachGroup((group, copy) -> copy.set(ALL, group.values()));
    }

    /** Sets the parameters to the copied values. */
    public void restore() {
        forEachGroup(FlatParameters::set);
    }

    /** Sets the parameters of another network of the same configuration to the copied values. */
    public void copyTo(Map<String, Parameter> others) {
        List<FlatParameters> theirs = FlatParameters.groups(others);
        for (int i = 0; i < groups.size(); i++) {
            try (NDScope scratch = new NDScope()) {
                scratch.suppressNotUsedWarning();
                theirs.get(i).set(kept.get(i));
            }
        }
    }

    /**
     * The copied values as tensors, named by path; bytes reflect the values at the time they are
     * requested.
     */
    public List<Tensor> tensors(String prefix) {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            tensors.addAll(groups.get(i).tensors(prefix, kept.get(i)));
        }
        return tensors;
    }

    /** Replaces the copied values by those of tensors. */
    public void read(String prefix, Function<String, ByteBuffer> bytes) {
        forEachGroup((group, copy) -> copy.set(ALL, group.read(manager, prefix, bytes)));
    }

    private void forEachGroup(GroupAction action) {
        for (int i = 0; i < groups.size(); i++) {
            try (NDScope scratch = new NDScope()) {
                scratch.suppressNotUsedWarning();
                action.apply(groups.get(i), kept.get(i));
            }
        }
    }

    /** An operation on a group and its copy. */
    @FunctionalInterface
    private interface GroupAction {
        void apply(FlatParameters group, NDArray copy);
    }

    @Override
    public void close() {
        manager.close();
    }
}
