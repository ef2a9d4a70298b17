package dev.fer4j.train.model;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;

/**
 * A model that was read from a file. Owns native memory until it is closed.
 *
 * <p>Its weights require no gradients. To train on from it, call {@link
 * dev.fer4j.train.network.StagedBlock#freeze} with the stages to freeze, possibly none.
 */
public final class LoadedModel implements AutoCloseable {

    private final ModelDescription description;
    private final Block network;
    private final NDManager manager;

    LoadedModel(ModelDescription description, Block network, NDManager manager) {
        this.description = description;
        this.network = network;
        this.manager = manager;
    }

    /** All that must be known to use it. */
    public ModelDescription description() {
        return description;
    }

    /** The network with its weights, until the model is closed. */
    public Block network() {
        return network;
    }

    /** The owner of the network's arrays, on their device. */
    public NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        manager.close();
    }
}
