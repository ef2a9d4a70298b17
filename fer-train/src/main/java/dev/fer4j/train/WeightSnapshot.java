package dev.fer4j.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import java.util.List;

/**
 * A copy of all parameters, running statistics included. To be used with gradients off.
 *
 * <p>Copies are made by arithmetic: {@code NDArray.copyTo} and {@code duplicate} go through Java's
 * memory and leave the tensor there.
 */
final class WeightSnapshot implements AutoCloseable {

    private final List<NDArray> live;
    private final List<NDArray> kept;
    private final NDManager manager;

    /** Makes room for a copy and takes the present values. */
    WeightSnapshot(NDManager parent, Block block) {
        manager = parent.newSubManager();
        live = block.getParameters().values().stream().map(Parameter::getArray).toList();
        kept = live.stream().map(array -> array.mul(1)).toList();
        kept.forEach(copy -> copy.attach(manager));
    }

    void take() {
        copy(live, kept);
    }

    void restore() {
        copy(kept, live);
    }

    private static void copy(List<NDArray> from, List<NDArray> to) {
        NDIndex all = new NDIndex("...");
        for (int i = 0; i < from.size(); i++) {
            to.get(i).set(all, from.get(i));
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
