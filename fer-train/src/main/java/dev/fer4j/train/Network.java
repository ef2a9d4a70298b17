package dev.fer4j.train;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import dev.fer4j.core.PlanException;
import dev.fer4j.core.Seed;
import dev.fer4j.core.file.CloseOnFailure;
import dev.fer4j.train.device.PyTorch;
import dev.fer4j.train.network.Backbone;
import dev.fer4j.train.network.ParameterPaths;
import dev.fer4j.train.network.StagedBlock;
import dev.fer4j.train.plan.TrainingPlan;
import dev.fer4j.train.weights.WeightsFile;
import dev.fer4j.train.weights.WeightsReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** The network of a plan in native memory, with parameters initialized from a seed. */
public final class Network implements AutoCloseable {

    private final NDManager manager;
    private final Block block;
    private final ParameterStore store;
    private final Map<String, Parameter> parameters;

    private Network(NDManager manager, Block block, Map<String, Parameter> parameters) {
        this.manager = manager;
        this.block = block;
        this.store = new ParameterStore(manager, false);
        this.parameters = parameters;
    }

    /**
     * Builds the network.
     *
     * @throws PlanException if the plan has problems, naming all of them, or the device is missing
     */
    public static Network of(TrainingPlan plan, Seed seed) {
        plan.requireValid();
        NDManager manager = PyTorch.engine().newBaseManager(plan.device().resolve());
        Shape input = new Shape(plan.batchSize(), 3, plan.inputSize(), plan.inputSize());
        return CloseOnFailure.of(
                manager::close,
                () -> {
                    Block block = plan.backbone().build(seed.derive("weights"));
                    block.initialize(manager, DataType.FLOAT32, input);
                    return new Network(manager, block, ParameterPaths.of(block));
                });
    }

    /** Loads all of a file's weights, or none. */
    WeightsReport load(Backbone backbone, WeightsFile weights) {
        try {
            return weights.load(backbone, block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NDManager manager() {
        return manager;
    }

    Block block() {
        return block;
    }

    ParameterStore store() {
        return store;
    }

    /** The parameters by path, including running statistics. */
    Map<String, Parameter> parameters() {
        return parameters;
    }

    /** Freezes exactly these stages. */
    void freeze(Set<String> stages) {
        if (block instanceof StagedBlock staged) {
            staged.freeze(stages);
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
